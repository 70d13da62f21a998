package fr.preau.server.charter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A charter for one audience, in force, past or being written. Immutable.
 *
 * @param audience for whom
 * @param version its number, from 1; a draft has the one it will be published under
 * @param text what it says
 * @param note what changed, for those who accepted the one before; empty for version 1 and drafts
 * @param revision how often a draft was changed, 0 for the built-in version
 * @param publishedAt since when; null for a draft, and for the built-in version 1
 * @param publishedBy by whom; empty for a draft and for the built-in version
 */
public record CharterVersion(
        Audience audience,
        int version,
        CharterText text,
        String note,
        int revision,
        @Nullable Instant publishedAt,
        String publishedBy) {
    /** Whether it came with the software. */
    public boolean isBuiltIn() {
        return version == 1;
    }
}
