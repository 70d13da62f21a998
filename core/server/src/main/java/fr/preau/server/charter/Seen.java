package fr.preau.server.charter;

import org.jspecify.annotations.Nullable;

/**
 * Which charter somebody had before their eyes when they accepted it; null where they do not say: then what is in force.
 *
 * @param audience for whom it was written
 * @param version its number
 */
public record Seen(@Nullable Audience audience, @Nullable Integer version) {
    /** Whatever is in force. */
    public static final Seen IN_FORCE = new Seen(null, null);

    boolean is(Audience present, int number) {
        return (audience == null || audience == present) && (version == null || version == number);
    }
}
