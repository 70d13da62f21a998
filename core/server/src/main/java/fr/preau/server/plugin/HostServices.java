package fr.preau.server.plugin;

import fr.preau.server.db.Database;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.time.Clock;

/** What the host needs to run a plugin. Thread-safe. */
@Singleton
final class HostServices {
    private final Database database;
    private final Clock clock;
    private final Provider<Layout> layout;
    private final ServletContext servlets;

    @Inject
    HostServices(Database database, Clock clock, Provider<Layout> layout, ServletContext servlets) {
        this.database = database;
        this.clock = clock;
        this.layout = layout;
        this.servlets = servlets;
    }

    Database database() {
        return database;
    }

    Clock clock() {
        return clock;
    }

    Layout layout() {
        return layout.get();
    }

    ServletContext servlets() {
        return servlets;
    }
}
