package fr.preau.server.plugin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a plugin was refused or did not start: every fault at once, in French, one a line. */
public final class PluginFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> faults;

    /** Several faults, with what caused them for the log. */
    public PluginFailure(List<String> faults, @Nullable Throwable cause) {
        super(String.join("\n", faults), cause);
        this.faults = List.copyOf(faults);
    }

    /** One fault, with its cause for the log. */
    public PluginFailure(String fault, Throwable cause) {
        this(List.of(fault), cause);
    }

    /** The faults. */
    public List<String> faults() {
        return faults;
    }
}
