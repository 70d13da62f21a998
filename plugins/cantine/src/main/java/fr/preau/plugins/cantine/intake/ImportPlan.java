package fr.preau.plugins.cantine.intake;

import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What an import would do. Immutable.
 *
 * @param file the file's name
 * @param target for whom: {@link Target#FILE}, {@link Target#ALL} or a school's number
 * @param changes the days that would change, in order
 * @param unchanged how many days are already as the file says
 * @param dishesWithoutAllergens how many dishes of these days would have unknown allergens
 * @param ignoredColumns titles of columns that nothing is taken from
 * @param elsewhere restaurants of the file that are not the ENT's
 * @param linesElsewhere how many lines are theirs
 * @param problems what is wrong, by line
 */
public record ImportPlan(
        String file,
        String target,
        List<DayChange> changes,
        int unchanged,
        long dishesWithoutAllergens,
        List<String> ignoredColumns,
        List<String> elsewhere,
        int linesElsewhere,
        List<Problem> problems) {

    /** Whether nothing could be read at all. */
    public boolean unreadable() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.FILE);
    }

    /** How many days would be created. */
    public long created() {
        return changes.stream().filter(DayChange::created).count();
    }

    /** How many days would be changed. */
    public long updated() {
        return changes.size() - created();
    }

    /** How many lines are left out for a fault. */
    public long leftOut() {
        return problems.stream()
                .filter(problem -> problem.severity() == Severity.LINE)
                .count();
    }

    /** A mark of what was shown: another one means that something was saved in between. */
    public String mark() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(changes.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
