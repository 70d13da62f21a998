package fr.preau.api;

import java.util.List;

/**
 * A kind of thing that people may share with others, at levels.
 *
 * @param kind short name inside the plugin: {@code post}
 * @param levels from the least to the most
 */
public record Shareable(String kind, List<Level> levels) {
    /**
     * A level.
     *
     * @param id short name: {@code read}
     * @param label what it allows, in French, a verb first: “Lire”
     * @param rights short names of the plugin's rights that it gives on the thing shared
     */
    public record Level(String id, String label, List<String> rights) {}
}
