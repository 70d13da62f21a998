package fr.preau.plugins.cantine.file;

import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong in one file. Not thread-safe; made for one reading. */
final class Findings {
    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    Findings(String file) {
        this.file = file;
    }

    /** The line is taken; someone should look. */
    void warn(int line, String column, String message) {
        problems.add(new Problem(Severity.WARNING, file, line, column, message));
    }

    /** The line is left out. */
    void leaveOut(int line, String column, String message) {
        problems.add(new Problem(Severity.LINE, file, line, column, message));
    }

    /** Nothing can be taken. */
    void unreadable(int line, String message) {
        problems.add(new Problem(Severity.FILE, file, line, "", message));
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }
}
