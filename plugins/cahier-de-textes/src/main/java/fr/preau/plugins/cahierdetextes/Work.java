package fr.preau.plugins.cahierdetextes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A work given to a class, as the caller may see it. Immutable.
 *
 * @param id its id
 * @param classId the class it is given to
 * @param className the class's label
 * @param subject the subject: “Mathématiques”, or what the teacher wrote
 * @param due the day for which it is to be done
 * @param text what there is to do, lines separated by a line feed
 * @param handIn whether it is handed in to the teacher
 * @param minutes how long it should take, null if not said
 * @param author who gave it; empty once that person's data was erased
 * @param gives whether the caller teaches this class or heads its school, and may change the work
 * @param doneBy who ticked it, among the caller and the caller's children
 * @param doneCount how many of the class's pupils ticked it; null for who does not teach the class
 */
public record Work(
        UUID id,
        UUID classId,
        String className,
        String subject,
        LocalDate due,
        String text,
        boolean handIn,
        @Nullable Integer minutes,
        String author,
        boolean gives,
        List<UUID> doneBy,
        @Nullable Integer doneCount) {}
