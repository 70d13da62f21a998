package fr.preau.server.db;

import java.util.List;

/** A plugin's migration failed, or left tables that break the rules. Nothing it did was kept, if it ran in one step. */
public final class MigrationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    /** All faults at once, in French. */
    public MigrationFailure(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** The same, with the cause for the log. */
    public MigrationFailure(List<String> faults, Throwable cause) {
        super(String.join("\n", faults), cause);
        this.faults = List.copyOf(faults);
    }

    /** The faults, one a line. */
    public List<String> faults() {
        return faults;
    }
}
