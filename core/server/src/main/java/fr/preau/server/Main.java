package fr.preau.server;

import fr.preau.server.db.StartupFailure;
import fr.preau.server.ops.PreauCommand;

/** The program: server and command line in one. {@code preau --help} lists what it does. */
public final class Main {
    private Main() {}

    /** Runs a command and ends with its code: 0 done, 1 not done (one line says why), 2 misused. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        try {
            return PreauCommand.line().execute(args);
        } catch (StartupFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
