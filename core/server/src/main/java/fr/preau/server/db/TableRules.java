package fr.preau.server.db;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

/**
 * Looks at a plugin's tables after the last of its migrations, inside their transaction: what breaks the rules is undone, so
 * that its author can correct the same file. Not thread-safe; for one run.
 */
final class TableRules implements Callback {
    private final String schema;
    private final String lastScript;
    private final boolean keep;
    private final List<String> faults = new ArrayList<>();
    private boolean undone;

    TableRules(String schema, String lastScript, boolean keep) {
        this.schema = schema;
        this.lastScript = lastScript;
        this.keep = keep;
    }

    /** What was wrong. */
    List<String> faults() {
        return faults;
    }

    /** Whether the failure of the migrations is our own doing. */
    boolean undone() {
        return undone;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        if (!context.getMigrationInfo().getScript().equals(lastScript)) {
            return;
        }
        try {
            faults.addAll(PluginSchema.faults(context.getConnection(), schema));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        if (!keep || !faults.isEmpty()) {
            undone = true;
            throw new MigrationFailure(faults);
        }
    }

    @Override
    public String getCallbackName() {
        return "table rules";
    }
}
