package fr.preau.server.ops;

import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.WebServer;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;

/** For a supervisor: does it live, is it ready. Tells nothing else. Thread-safe. */
@Singleton
@Path("health")
@Produces("application/json")
@Needs(Who.ANYBODY)
public final class HealthResource implements CoreResource {
    private final Database database;
    private final Provider<WebServer> web;

    @Inject
    HealthResource(Database database, Provider<WebServer> web) {
        this.database = database;
        this.web = web;
    }

    /** The process answers. */
    @GET
    @Path("live")
    public Map<String, String> live() {
        return Map.of("status", "UP");
    }

    /** The plugins had their turn and the database answers; 503 otherwise. */
    @GET
    @Path("ready")
    public Response ready() {
        boolean answers = web.get().isReady() && databaseAnswers();
        return Response.status(answers ? 200 : 503)
                .entity(Map.of("status", answers ? "UP" : "DOWN"))
                .build();
    }

    private boolean databaseAnswers() {
        try {
            return Scope.in(
                    0,
                    Scope.Mode.READ,
                    () -> database.core()
                            .jdbi()
                            .withHandle(handle -> handle.createQuery("select true")
                                    .mapTo(boolean.class)
                                    .one()));
        } catch (RuntimeException e) {
            return false;
        }
    }
}
