package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** What was found wrong, in the order of reading. For one reading; not thread-safe. */
final class Findings {
    private final List<Problem> problems = new ArrayList<>();

    /** The line is taken, but something in it should be looked at. */
    void warn(String file, int line, String column, String message) {
        problems.add(new Problem(Severity.WARNING, file, line, column, message));
    }

    /** The line is left out. */
    void leaveOut(String file, int line, String column, String message) {
        problems.add(new Problem(Severity.LINE, file, line, column, message));
    }

    /** The file is refused. */
    void refuse(String file, int line, String message) {
        problems.add(new Problem(Severity.FILE, file, line, "", message));
    }

    List<Problem> all() {
        return List.copyOf(problems);
    }
}
