package fr.preau.server.portal.view;

import fr.preau.server.charter.CharterVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * {@code charter.jte}: the charter, to be accepted, discovered or read again. Posts {@code public}, {@code version},
 * {@code enfant} and {@code suite} to {@code /charte}.
 *
 * @param charter what it says
 * @param state what the reader does with it
 * @param again whether the reader had accepted another version
 * @param stale whether they had just sent the form of another version
 * @param acceptedAt when it was accepted; null before
 * @param acceptedBy the guardian who accepted it for the reader; null if they did themselves
 * @param next local path to go to afterwards, empty for home
 * @param family a guardian's children under the age; empty for others
 */
public record Charter(
        CharterVersion charter,
        State state,
        boolean again,
        boolean stale,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        String next,
        CharterFamily family) {

    /** What the reader does. */
    public enum State {
        /** Accepts. */
        ACCEPT,
        /** Discovers what a guardian has accepted. */
        READ,
        /** Reads it again. */
        ACCEPTED,
        /** Looks at what others will see. */
        PREVIEW
    }

    /** Whether it is for children: larger, “tu”. */
    public boolean child() {
        return charter.audience().isChild();
    }

    /** Whether there is something to press. */
    public boolean open() {
        return state == State.ACCEPT || state == State.READ;
    }

    /** Whether to say what changed. */
    public boolean showsNote() {
        return again && open() && !child() && !charter.note().isEmpty();
    }
}
