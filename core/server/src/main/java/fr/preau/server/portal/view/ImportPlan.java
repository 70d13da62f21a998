package fr.preau.server.portal.view;

import java.util.List;

/**
 * {@code console/import-plan.jte}: what an import would change. Nothing is done before the POST to
 * {@code /console/import/{token}/appliquer}; to cancel, one goes back to {@code /console/import}.
 *
 * @param token names the plan
 * @param school the school's name
 * @param source what was read
 * @param files the files' names
 * @param counts what the plan comes to, in the order to show
 * @param groups the changes, by kind
 * @param problems what was wrong in the files, the worst first; the first two hundred
 * @param moreProblems how many more there are
 * @param warnings sentences to read before confirming, such as many departures at once; may be empty
 * @param applicable whether it can be applied; false if a file can't be read
 */
public record ImportPlan(
        String token,
        String school,
        String source,
        List<String> files,
        List<Count> counts,
        List<Group> groups,
        List<Problem> problems,
        int moreProblems,
        List<String> warnings,
        boolean applicable) {

    /** Whether applying it would change nothing. */
    public boolean empty() {
        return groups.stream().allMatch(group -> group.changes().isEmpty());
    }

    /**
     * A number with what it counts.
     *
     * @param number the number
     * @param label in words: “élèves créés”
     */
    public record Count(int number, String label) {}

    /**
     * Changes of one kind.
     *
     * @param title in words: “Élèves créés”
     * @param sign {@code +}, {@code ~} or {@code -}: created, changed, ended
     * @param changes the changes, by name
     */
    public record Group(String title, char sign, List<Change> changes) {
        /** The icon that goes with the sign. */
        public String icon() {
            return switch (sign) {
                case '+' -> "plus";
                case '-' -> "minus";
                default -> "pencil";
            };
        }

        /** The class that goes with the sign. */
        public String cssClass() {
            return switch (sign) {
                case '+' -> "done";
                case '-' -> "stop";
                default -> "wait";
            };
        }
    }

    /**
     * One change.
     *
     * @param who the person or the class
     * @param detail what changes: “classe : CP → CE1”; may be empty
     */
    public record Change(String who, String detail) {}

    /**
     * Something wrong in a file.
     *
     * @param severity what becomes of it
     * @param file the file's name
     * @param line the line, from 1; 0 if it concerns the whole file
     * @param column the column's header; empty if it concerns the whole line
     * @param message what is wrong and what to do
     */
    public record Problem(
            fr.preau.api.directory.Problem.Severity severity, String file, int line, String column, String message) {

        /** The class of its tag. */
        public String cssClass() {
            return severity == fr.preau.api.directory.Problem.Severity.WARNING ? "wait" : "stop";
        }

        /** The key of its label. */
        public String key() {
            return "import.severity." + severity.name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
