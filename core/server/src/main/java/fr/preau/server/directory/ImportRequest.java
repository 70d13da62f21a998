package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What someone asks to import. Immutable.
 *
 * @param source the source's id ({@code onde}): what it wrote before is its own to end
 * @param uai the school's number
 * @param reading what the source read
 * @param day today, in the ENT's time zone: what begins or ends does so on this day
 * @param endAbsent whether those who are absent from the files have left; even then, see {@link DirectoryPlan#notes}
 * @param restoreTies whether family ties that had ended come back if the files still give them. Not by default: they may
 *     have been ended by hand, after a court's decision
 * @param by who asks, null for the command line
 * @param expected the {@link DirectoryPlan#fingerprint} that was shown and agreed to, empty to skip this check
 */
public record ImportRequest(
        String source,
        String uai,
        DirectoryReading reading,
        LocalDate day,
        boolean endAbsent,
        boolean restoreTies,
        @Nullable UUID by,
        String expected) {

    /** An import in which nobody leaves and no ended tie comes back. */
    public static ImportRequest of(String source, String uai, DirectoryReading reading, LocalDate day) {
        return new ImportRequest(source, uai, reading, day, false, false, null, "");
    }

    /** The same, where those who are absent have left. */
    public ImportRequest endingAbsent() {
        return new ImportRequest(source, uai, reading, day, true, restoreTies, by, expected);
    }

    /** The same, where ended family ties come back. */
    public ImportRequest restoringTies() {
        return new ImportRequest(source, uai, reading, day, endAbsent, true, by, expected);
    }

    /** The same, asked by this person. */
    public ImportRequest by(@Nullable UUID personId) {
        return new ImportRequest(source, uai, reading, day, endAbsent, restoreTies, personId, expected);
    }

    /** The same, to be carried out only if it still comes to what was shown. */
    public ImportRequest expecting(String fingerprint) {
        return new ImportRequest(source, uai, reading, day, endAbsent, restoreTies, by, fingerprint);
    }
}
