package fr.preau.server.portal.view;

import java.util.List;
import java.util.Set;

/**
 * {@code console/charter-paper.jte}: who signed charters on paper. Posts {@code signe}, the keys of the rows that were ticked.
 *
 * @param path where it is posted
 * @param rows who may sign
 * @param versions the versions in force, posted back
 * @param ticked what was ticked
 * @param error a fault, empty for none
 */
public record CharterPaper(String path, List<Row> rows, String versions, Set<String> ticked, String error) {
    /**
     * Somebody who may sign.
     *
     * @param key names the row
     * @param name who, empty where nobody may sign for the child
     * @param child for whom else, empty for nobody
     * @param forSelf whether their own acceptance is missing
     * @param forChild whether the child's is
     * @param paper whether something of it was accepted on paper
     * @param waits whether there is something to write down
     */
    public record Row(
            String key, String name, String child, boolean forSelf, boolean forChild, boolean paper, boolean waits) {
        /** What a tick says. */
        public String words() {
            return !forChild ? "paper.self" : forSelf ? "paper.both" : "paper.child";
        }

        /** The child or, for who signs for themselves alone, the person. */
        public String heading() {
            return child.isEmpty() ? name : child;
        }
    }

    /** Whether something can be written down. */
    public boolean any() {
        return rows.stream().anyMatch(Row::waits);
    }
}
