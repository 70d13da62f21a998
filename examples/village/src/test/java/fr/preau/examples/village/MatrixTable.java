package fr.preau.examples.village;

import java.util.List;
import java.util.Map;

/** Writes the matrix as Markdown. */
final class MatrixTable {
    private MatrixTable() {}

    static String write(Map<String, Map<String, List<String>>> sections, List<String> callers) {
        StringBuilder text = new StringBuilder("""
                # Who may use which route

                Made by `RightsMatrixTest` (examples/village), which calls every route of the core and of the shipped plugins over
                HTTP, as everybody. A changed cell here is a changed right: say why in the commit. To write it anew:

                    mvn -pl examples/village -am verify -Dtest=RightsMatrixTest -Dsurefire.failIfNoSpecifiedTests=false -Dmatrix.write=true

                oui: answered. non: refused (403). absent: as if it were not there (404). saisie: let in, the empty body was refused.
                connexion: asked to sign in. —: not tried, since it would end the session. Four words with strokes are for an id
                of one's own class / of another class of the school / of another school of the ENT / of another ENT; three, in
                the convention, of the town's party / of the académie's / of another ENT. délégué: municipal staff who acts for the
                town, and administers nothing.
                """);
        sections.forEach((section, rows) -> {
            text.append("\n## ")
                    .append(section)
                    .append("\n\n| route | ")
                    .append(String.join(" | ", callers))
                    .append(" |\n|---|");
            callers.forEach(caller -> text.append("---|"));
            text.append('\n');
            rows.forEach((route, cells) -> text.append("| ")
                    .append(route)
                    .append(" | ")
                    .append(String.join(" | ", cells))
                    .append(" |\n"));
        });
        return text.toString();
    }
}
