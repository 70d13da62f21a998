package fr.preau.server.repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a repository offers: the content of {@code index.json}.
 *
 * @param format 1; another one is for a newer Préau
 * @param name what people call the repository
 * @param number grows with every change: an older index is refused
 * @param madeAt when it was made
 * @param plugins by title
 */
public record Index(int format, String name, long number, Instant madeAt, List<Offer> plugins) {
    static final int FORMAT = 1;

    /**
     * A plugin.
     *
     * @param id its id
     * @param title what people call it
     * @param icon a name of Lucide's
     * @param versions newest first
     */
    public record Offer(String id, String title, String icon, List<Release> versions) {
        /** The newest version. */
        public Release newest() {
            return versions.get(0);
        }
    }

    /**
     * A version of a plugin.
     *
     * @param version its number
     * @param requires the rule for the API's version
     * @param description one sentence, may be empty
     * @param dependencies ids of the plugins that it needs
     * @param file the jar beside the index
     * @param size of the jar, in bytes
     * @param sha256 of the jar, in hexadecimal
     * @param declares what it may do and keeps
     * @param screenshots pictures of its pages
     * @param changelog what changed, plain text; may be empty
     */
    public record Release(
            String version,
            String requires,
            String description,
            List<String> dependencies,
            String file,
            long size,
            String sha256,
            Declaration declares,
            List<Screenshot> screenshots,
            String changelog) {}

    /**
     * A picture.
     *
     * @param file its name, beside the index
     * @param size in bytes
     * @param sha256 in hexadecimal
     * @param text what it shows
     */
    public record Screenshot(String file, long size, String sha256, String text) {}

    /** The plugin of that id. */
    public Optional<Offer> find(String id) {
        return plugins.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }
}
