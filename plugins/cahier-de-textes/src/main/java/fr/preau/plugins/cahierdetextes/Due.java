package fr.preau.plugins.cahierdetextes;

import java.time.LocalDate;

/**
 * One line of the home page: a work for the next day that has any. Immutable.
 *
 * @param date the day
 * @param subject the subject
 * @param text what there is to do
 * @param className the class
 * @param pupilName the pupil it concerns, the caller or a child of theirs; empty for who teaches the class
 * @param done whether that pupil ticked it
 */
public record Due(LocalDate date, String subject, String text, String className, String pupilName, boolean done) {

    /** The longest that a tile shows, in characters. */
    private static final int LONGEST = 90;

    /** The first line of the text, cut between two words if it is long. */
    public String summary() {
        String line = text.lines().findFirst().orElse("");
        if (line.length() <= LONGEST) {
            return line;
        }
        int space = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, space > 0 ? space : LONGEST) + "…";
    }
}
