package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.Lifecycle;
import fr.preau.server.plugin.Lifecycle.Actor;
import fr.preau.server.plugin.Lifecycle.Data;
import fr.preau.server.plugin.Lifecycle.Done;
import fr.preau.server.plugin.Operators;
import fr.preau.server.plugin.PluginFailure;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.PluginStatus;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** What changes a plugin for the whole server: going back to the version before, taking it out. Thread-safe. */
@Singleton
@Path("console/serveur")
@Needs(Who.ADMINISTRATORS)
public final class ServerPluginPages implements CoreResource {
    private static final String SERVICES = "/console/services";

    private final PluginHost host;
    private final Lifecycle lifecycle;
    private final Operators operators;
    private final Layout layout;

    @Inject
    ServerPluginPages(PluginHost host, Lifecycle lifecycle, Operators operators, Layout layout) {
        this.host = host;
        this.lifecycle = lifecycle;
        this.operators = operators;
        this.layout = layout;
    }

    private String t(String key, Object... arguments) {
        return layout.coreUi().t(key, arguments);
    }

    private static Actor actor(Caller caller) {
        return new Actor(caller.personId(), caller.displayName());
    }

    private PluginStatus known(String id, Caller caller) {
        operators.require(caller);
        return host.list().stream()
                .filter(plugin -> plugin.id().equals(id) && host.knows(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** What to do with a plugin of this server. */
    @GET
    @Path("{id}")
    public Page plugin(@PathParam("id") String id, @Context Caller caller) {
        PluginStatus plugin = known(id, caller);
        return page(plugin, "");
    }

    private Page page(PluginStatus plugin, String fault) {
        return Page.of(t("server.title"), "console/serverplugin.jte")
                .with("plugin", plugin)
                .with("previous", lifecycle.previous().getOrDefault(plugin.id(), ""))
                .with("fault", fault);
    }

    /** Goes back to the version before. */
    @POST
    @Path("{id}/revenir")
    public Response rollBack(@PathParam("id") String id, @Context Caller caller) {
        PluginStatus plugin = known(id, caller);
        try {
            Done done = lifecycle.rollBack(id, actor(caller));
            return Redirect.to(SERVICES, t("server.rolledback", done.from(), done.to()));
        } catch (PluginFailure e) {
            return refused(plugin, e);
        }
    }

    /** Takes it out. The id is typed again before data are deleted. */
    @POST
    @Path("{id}/retirer")
    public Response remove(
            @PathParam("id") String id,
            @FormParam("donnees") @DefaultValue("garder") String data,
            @FormParam("confirmation") @DefaultValue("") String typed,
            @Context Caller caller) {
        PluginStatus plugin = known(id, caller);
        boolean delete = data.equals("supprimer");
        if (delete && !typed.strip().equals(id)) {
            return answer(page(plugin, t("server.remove.confirm.wrong", id)));
        }
        try {
            lifecycle.remove(id, delete ? Data.DELETE : Data.KEEP, actor(caller));
            return Redirect.to(SERVICES, t(delete ? "server.removed.deleted" : "server.removed"));
        } catch (PluginFailure e) {
            return refused(plugin, e);
        }
    }

    private Response refused(PluginStatus plugin, PluginFailure failure) {
        return answer(page(plugin, String.join("\n", failure.faults())));
    }

    private static Response answer(Page page) {
        return Response.status(422).entity(page).type("text/html;charset=utf-8").build();
    }
}
