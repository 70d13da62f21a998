package fr.preau.plugins.cahierdetextes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a teacher wants to give, not yet accepted. Immutable.
 *
 * @param classId the class; null means, for a work that is changed, the class it was given to
 * @param subject the subject, at most 60 characters
 * @param due the day for which it is to be done
 * @param text what there is to do, at most 4000 characters
 * @param handIn whether it is handed in
 * @param minutes how long it should take, 1 to 240, null if not said
 */
public record Draft(
        @Nullable UUID classId,
        String subject,
        @Nullable LocalDate due,
        String text,
        boolean handIn,
        @Nullable Integer minutes) {

    /** Takes texts as a browser or a program sends them: missing, with its own line ends, with spaces around. */
    public Draft {
        subject = tidy(subject).replace('\n', ' ');
        text = tidy(text);
    }

    private static String tidy(@Nullable String text) {
        // PostgreSQL takes no NUL in a text.
        return text == null ? "" : text.replace("\r\n", "\n").replace("\0", "").strip();
    }

    /**
     * What is wrong, by field, in the teacher's words; empty if nothing is.
     *
     * @param before the day it was for until now, null for a new work: a work of last week may still be corrected
     */
    Map<String, String> problems(LocalDate today, @Nullable LocalDate before) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (subject.isEmpty()) {
            problems.put("subject", "Indiquez la matière.");
        } else if (subject.length() > 60) {
            problems.put("subject", "La matière est trop longue : 60 caractères au plus.");
        }
        if (due == null) {
            problems.put("due", "Indiquez le jour, par exemple " + FrenchDate.day(today.plusDays(1)) + ".");
        } else if (due.isBefore(today) && !due.equals(before)) {
            problems.put(
                    "due",
                    "Ce jour est passé (" + FrenchDate.day(due) + "). Choisissez aujourd’hui ou un jour à venir.");
        } else if (due.isAfter(today.plusYears(1))) {
            problems.put("due", "Ce jour est dans plus d’un an. Vérifiez l’année.");
        }
        if (text.isEmpty()) {
            problems.put("text", "Écrivez ce qu’il y a à faire.");
        } else if (text.length() > 4000) {
            problems.put("text", "Le texte est trop long : 4 000 caractères au plus, il en a " + text.length() + ".");
        }
        if (minutes != null && (minutes < 1 || minutes > 240)) {
            problems.put("minutes", "Indiquez une durée entre 1 et 240 minutes, ou rien.");
        }
        return problems;
    }

    /** A remark on a day without school, empty for any other: it is allowed, but may be a slip. */
    static String remark(LocalDate due) {
        String holiday = PublicHolidays.on(due).orElse("");
        if (!holiday.isEmpty()) {
            return "Attention, ce jour est férié : " + holiday + ".";
        }
        boolean weekend = due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? "Attention, c’est un " + FrenchDate.weekday(due) + "." : "";
    }
}
