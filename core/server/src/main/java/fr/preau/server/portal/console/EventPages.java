package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.event.EventType;
import fr.preau.api.web.Launcher;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.db.Database;
import fr.preau.server.events.DeadLetter;
import fr.preau.server.events.DeadLetters;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.portal.view.UndeliveredEvents;
import fr.preau.server.portal.view.UndeliveredEvents.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What services could not be told: try again, or give up. Thread-safe. */
@Singleton
@Path("console/evenements")
@Needs(Who.ADMINISTRATORS)
public final class EventPages implements CoreResource {
    private static final int MOST = 100;

    private final DeadLetters letters;
    private final PluginHost plugins;
    private final Layout layout;

    @Inject
    EventPages(DeadLetters letters, PluginHost plugins, Layout layout) {
        this.letters = letters;
        this.plugins = plugins;
        this.layout = layout;
    }

    /** All of them, or the oldest hundred. */
    @GET
    public Page list(@Context Caller caller) {
        Map<String, RunningPlugin> running =
                plugins.running().stream().collect(Collectors.toMap(RunningPlugin::id, Function.identity()));
        List<Row> rows = letters.list(caller.tenantId(), MOST).stream()
                .map(letter -> row(letter, running))
                .toList();
        return Page.of(layout.coreUi().t("events.title"), "console/events.jte")
                .with("view", new UndeliveredEvents(rows));
    }

    private static Row row(DeadLetter letter, Map<String, RunningPlugin> running) {
        return new Row(
                letter.eventId() + "/" + letter.pluginId() + "/" + letter.listener(),
                label(letter, running.get(letter.publisher())),
                title(letter.publisher(), running.get(letter.publisher())),
                title(letter.pluginId(), running.get(letter.pluginId())),
                letter.publishedAt().atZone(Database.ZONE),
                letter.deadAt().atZone(Database.ZONE),
                letter.failures(),
                letter.error(),
                letter.behind(),
                letter.name(),
                letter.aggregate(),
                letter.listener());
    }

    private static String title(String id, @Nullable RunningPlugin plugin) {
        Launcher launcher = plugin == null ? null : plugin.contributions().launcher();
        return launcher == null ? id : launcher.title();
    }

    private static String label(DeadLetter letter, @Nullable RunningPlugin publisher) {
        return publisher == null
                ? letter.name()
                : publisher.contributions().events().stream()
                        .filter(type -> letter.name().equals(letter.publisher() + "." + type.name()))
                        .map(EventType::label)
                        .findFirst()
                        .orElse(letter.name());
    }

    /** Tries one again, from the start. */
    @POST
    @Path("{event}/{plugin}/{listener}/rejouer")
    public Response replay(
            @PathParam("event") UUID event,
            @PathParam("plugin") String plugin,
            @PathParam("listener") String listener,
            @Context Caller caller) {
        return back(letters.replay(caller, event, plugin, listener) ? "events.replayed" : "events.gone");
    }

    /** Gives one up. */
    @POST
    @Path("{event}/{plugin}/{listener}/abandonner")
    public Response drop(
            @PathParam("event") UUID event,
            @PathParam("plugin") String plugin,
            @PathParam("listener") String listener,
            @Context Caller caller) {
        return back(letters.drop(caller, event, plugin, listener) ? "events.dropped" : "events.gone");
    }

    private Response back(String key) {
        return Redirect.to("/console/evenements", layout.coreUi().t(key));
    }
}
