package fr.preau.server.plugin;

import fr.preau.server.access.Catalogue;
import fr.preau.server.access.Explanations;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.audit.LookupLog;
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
    private final Provider<RequestStanding> standings;
    private final Catalogue catalogue;
    private final Explanations explanations;
    private final LookupLog lookups;

    @Inject
    HostServices(
            Database database,
            Clock clock,
            Provider<Layout> layout,
            ServletContext servlets,
            Provider<RequestStanding> standings,
            Catalogue catalogue,
            Explanations explanations,
            LookupLog lookups) {
        this.lookups = lookups;
        this.explanations = explanations;
        this.standings = standings;
        this.catalogue = catalogue;
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

    RequestStanding standings() {
        return standings.get();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Explanations explanations() {
        return explanations;
    }

    LookupLog lookups() {
        return lookups;
    }
}
