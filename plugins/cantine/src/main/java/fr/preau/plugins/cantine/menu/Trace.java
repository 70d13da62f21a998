package fr.preau.plugins.cantine.menu;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who touched a day, and when. Immutable.
 *
 * @param savedAt last change
 * @param savedBy whose, for the staff; empty if unknown or not asked for
 * @param publishedAt first publication, null for a draft that was never published
 * @param modifiedAt last publication of a change, null if there was none
 * @param modificationReason why it changed; may be empty
 */
public record Trace(
        Instant savedAt,
        String savedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant modifiedAt,
        String modificationReason) {}
