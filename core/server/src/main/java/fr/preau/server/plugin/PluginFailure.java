package fr.preau.server.plugin;

import java.util.List;

/** Why a plugin was refused or did not start: every fault at once, in French, one a line. */
public final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    /** Several faults. */
    public PluginFailure(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One fault, with its cause for the log. */
    public PluginFailure(String fault, Throwable cause) {
        super(fault, cause);
        this.faults = List.of(fault);
    }

    /** The faults. */
    public List<String> faults() {
        return faults;
    }
}
