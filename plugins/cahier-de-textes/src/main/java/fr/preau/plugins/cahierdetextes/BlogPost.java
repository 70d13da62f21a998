package fr.preau.plugins.cahierdetextes;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A post on a class's blog. Immutable.
 *
 * @param classId the class
 * @param day when it was published
 * @param path where it is read; the blog decides by whom
 */
public record BlogPost(UUID classId, LocalDate day, String path) {
    /** “lundi 23 novembre”. */
    public String date() {
        return FrenchDate.day(day);
    }
}
