package fr.preau.plugins.cahierdetextes;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form exactly as it was filled in, so that it can come back with nothing lost. Immutable.
 *
 * @param classId the class chosen
 * @param subject the subject
 * @param due the day, ISO 8601 as browsers send it
 * @param text what there is to do
 * @param handIn whether “à rendre” is ticked
 * @param minutes the minutes
 */
public record WorkForm(String classId, String subject, String due, String text, boolean handIn, String minutes) {

    /** What was sent. */
    static WorkForm sent(MultivaluedMap<String, String> fields) {
        return new WorkForm(
                field(fields, "classId"),
                field(fields, "subject"),
                field(fields, "due"),
                field(fields, "text"),
                !field(fields, "handIn").isEmpty(),
                field(fields, "minutes"));
    }

    /** A form to give work to a class for a day. */
    static WorkForm blank(@Nullable String classId, String due) {
        return new WorkForm(classId == null ? "" : classId, "", due, "", false, "");
    }

    /** A form to change a work. */
    static WorkForm about(Work work) {
        Integer minutes = work.minutes();
        return new WorkForm(
                work.classId().toString(),
                work.subject(),
                work.due().toString(),
                work.text(),
                work.handIn(),
                minutes == null ? "" : minutes.toString());
    }

    /**
     * Reads the form.
     *
     * @param problems where to note, by field, what can't be read
     */
    Draft read(Map<String, String> problems) {
        return new Draft(readClass(), subject, readDue(problems), text, handIn, readMinutes(problems));
    }

    private @Nullable UUID readClass() {
        try {
            return UUID.fromString(classId);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable LocalDate readDue(Map<String, String> problems) {
        if (due.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(due.strip());
        } catch (DateTimeParseException e) {
            problems.put("due", "Cette date n’existe pas. Choisissez un jour dans le calendrier.");
            return null;
        }
    }

    private @Nullable Integer readMinutes(Map<String, String> problems) {
        if (minutes.isBlank()) {
            return null;
        }
        try {
            return Integer.valueOf(minutes.strip());
        } catch (NumberFormatException e) {
            problems.put("minutes", "Écrivez la durée en minutes, en chiffres : 20.");
            return null;
        }
    }

    private static String field(MultivaluedMap<String, String> fields, String name) {
        String value = fields.getFirst(name);
        return value == null ? "" : value;
    }
}
