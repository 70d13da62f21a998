package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.CoreResource;
import fr.preau.server.plugin.Lifecycle;
import fr.preau.server.plugin.Lifecycle.Actor;
import fr.preau.server.plugin.Lifecycle.Data;
import fr.preau.server.plugin.Lifecycle.Done;
import fr.preau.server.plugin.Operators;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.repository.Intake;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/**
 * The plugins of the server for programs: for the administrators of the only ENT of a server (see {@link Operators}).
 * Thread-safe.
 */
@Singleton
@Path("api/core/plugins")
@Needs(Who.ADMINISTRATORS)
@Produces(MediaType.APPLICATION_JSON)
public final class PluginApi implements CoreResource {
    private final PluginHost host;
    private final Lifecycle lifecycle;
    private final Operators operators;
    private final Intake intake;

    @Inject
    PluginApi(PluginHost host, Lifecycle lifecycle, Operators operators, Intake intake) {
        this.intake = intake;
        this.host = host;
        this.lifecycle = lifecycle;
        this.operators = operators;
    }

    /**
     * A plugin; {@code state} is RUNNING, STOPPED or FAILED, {@code faults} why it failed, {@code previous} the version that a
     * roll-back goes to, empty if there is none.
     */
    public record Told(String id, String version, String state, List<String> faults, String previous) {}

    /** All that the server knows. */
    @GET
    public List<Told> list() {
        Map<String, String> previous = lifecycle.previous();
        return host.list().stream()
                .map(plugin -> new Told(
                        plugin.id(),
                        plugin.version(),
                        plugin.state().name(),
                        plugin.faults(),
                        previous.getOrDefault(plugin.id(), "")))
                .toList();
    }

    /**
     * Installs a jar, or a newer version of a plugin that is here. It is judged before anything of it runs.
     *
     * @param jar the bytes of the jar
     */
    @POST
    @Consumes({"application/java-archive", "application/octet-stream"})
    public Done install(InputStream jar, @Context Caller caller) throws IOException {
        operators.require(caller);
        java.nio.file.Path file = Files.createTempFile("preau-plugin-", ".jar");
        try {
            return lifecycle.install(received(jar, file, caller), actor(caller));
        } catch (PluginFailure e) {
            throw refused(e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private java.nio.file.Path received(InputStream jar, java.nio.file.Path file, Caller caller) throws IOException {
        try {
            return intake.receive(jar, file).file();
        } catch (PluginFailure e) {
            lifecycle.refused("jar", e, actor(caller));
            throw e;
        }
    }

    /** Starts it on the whole server. */
    @POST
    @Path("{id}/start")
    @Consumes(MediaType.WILDCARD)
    public void start(@PathParam("id") String id, @Context Caller caller) {
        known(id, caller);
        try {
            lifecycle.start(id, actor(caller));
        } catch (PluginFailure e) {
            throw refused(e);
        }
    }

    /** Stops it on the whole server. */
    @POST
    @Path("{id}/stop")
    @Consumes(MediaType.WILDCARD)
    public void stop(@PathParam("id") String id, @Context Caller caller) {
        known(id, caller);
        lifecycle.stop(id, actor(caller));
    }

    /** Goes back to the version before the last upgrade. */
    @POST
    @Path("{id}/rollback")
    @Consumes(MediaType.WILDCARD)
    public Done rollBack(@PathParam("id") String id, @Context Caller caller) {
        known(id, caller);
        try {
            return lifecycle.rollBack(id, actor(caller));
        } catch (PluginFailure e) {
            throw refused(e);
        }
    }

    /**
     * Takes it out of the server.
     *
     * @param data {@code keep} or {@code delete}: what becomes of its data
     */
    @DELETE
    @Path("{id}")
    public Done remove(
            @PathParam("id") String id, @QueryParam("data") @DefaultValue("keep") String data, @Context Caller caller) {
        known(id, caller);
        if (!data.equals("keep") && !data.equals("delete")) {
            throw new BadInput("data", "Attendu : keep ou delete.");
        }
        try {
            return lifecycle.remove(id, data.equals("delete") ? Data.DELETE : Data.KEEP, actor(caller));
        } catch (PluginFailure e) {
            throw refused(e);
        }
    }

    private void known(String id, Caller caller) {
        operators.require(caller);
        if (!host.knows(id)) {
            throw new NotFoundException();
        }
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.personId(), caller.displayName());
    }

    private static BadInput refused(PluginFailure failure) {
        return new BadInput("plugin", String.join("\n", failure.faults()));
    }
}
