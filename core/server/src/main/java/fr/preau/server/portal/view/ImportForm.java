package fr.preau.server.portal.view;

import java.time.temporal.Temporal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code console/import.jte}: posts {@code ecole}, {@code source} and {@code fichiers} (several) as multipart to
 * {@code /console/import}.
 *
 * @param schools the schools
 * @param sources the readers that running plugins offer; empty if none
 * @param school the school chosen before, empty if none
 * @param source the source chosen before, empty if none
 * @param error what was wrong with the last try, ready to print; null if nothing
 * @param past the last imports, newest first
 */
public record ImportForm(
        List<Choice> schools,
        List<Source> sources,
        String school,
        String source,
        @Nullable String error,
        List<Past> past) {

    /**
     * A reader of files.
     *
     * @param id what is sent
     * @param label what it reads
     * @param help which files to give, and where to find them
     */
    public record Source(String id, String label, String help) {}

    /**
     * An import that was made.
     *
     * @param at when
     * @param school the school's name
     * @param source what was read
     * @param person who made it, empty if the command line did
     * @param created people and classes created
     * @param updated people changed
     * @param ended memberships and ties ended
     */
    public record Past(Temporal at, String school, String source, String person, int created, int updated, int ended) {}
}
