package fr.preau.plugins.cahierdetextes;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class as the caller has to do with it: one that the caller teaches or heads, or the one in which the caller, or a
 * child of theirs, is a pupil. Somebody may have several. Immutable.
 *
 * @param classId the class
 * @param className its label
 * @param schoolName its school's name
 * @param gives whether the caller may give it work
 * @param pupils how many pupils it has now; 0 for who is a pupil or a guardian there
 * @param pupilId the pupil who sits there, the caller or a child of theirs; null for who teaches or heads the class
 * @param pupilName that pupil's first name; empty if none
 */
public record Desk(
        UUID classId,
        String className,
        String schoolName,
        boolean gives,
        int pupils,
        @Nullable UUID pupilId,
        String pupilName) {}
