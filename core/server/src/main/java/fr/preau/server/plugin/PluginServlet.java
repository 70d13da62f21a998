package fr.preau.server.plugin;

import fr.preau.api.Caller;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.db.Scope;
import fr.preau.server.http.Exchange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.glassfish.jersey.servlet.ServletContainer;

/**
 * Sends each request below {@code /apps/} to the plugin it names: its static files, its JSON, its pages. Thread-safe.
 */
@Singleton
public final class PluginServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    /** How long a request that sends something may take, in milliseconds: a picture over a poor line. */
    private static final long SENDING = 300_000;

    private final transient PluginHost host;
    private final transient WantedPlugins wanted;
    private final transient UnopenedService unopened;
    private final transient RequestStanding standings;

    @Inject
    PluginServlet(PluginHost host, WantedPlugins wanted, UnopenedService unopened, RequestStanding standings) {
        this.standings = standings;
        this.host = host;
        this.wanted = wanted;
        this.unopened = unopened;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring("/apps/".length());
        int slash = path.indexOf('/');
        String id = slash < 0 ? path : path.substring(0, slash);
        boolean sends =
                !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
        try (Visit visit = host.visit(id, sends ? SENDING : PluginHost.LIMIT)) {
            if (visit == null) {
                unopened.answer(host.knows(id) ? 503 : 404);
            } else if (slash < 0) {
                response.sendRedirect("/apps/" + id + "/");
            } else {
                Exchange.current().endedBy(visit::end);
                serve(visit.plugin(), path.substring(slash + 1), request, response);
            }
        }
    }

    private void serve(RunningPlugin plugin, String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (path.startsWith("static/")) {
            plugin.view().assets().serve(path.substring("static/".length()), request, response);
            return;
        }
        Exchange exchange = Exchange.current();
        Caller caller = exchange.callerOrNull();
        if (caller != null) {
            if (!wanted.isOn(caller.tenantId(), plugin.id())) {
                unopened.answer(404);
                return;
            }
            // Before the scope that follows: nobody waits for a plugin's connection while holding one of the core's.
            standings.of(caller);
        }
        ServletContainer json = plugin.json();
        boolean toJson = json != null && path.startsWith("api/");
        String root = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort()
                + plugin.root() + (toJson ? "api/" : "");
        String query = request.getQueryString();
        URI target;
        try {
            target = URI.create(request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort()
                    + request.getRequestURI() + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            unopened.answer(400);
            return;
        }
        Scope.Mode mode = exchange.isSafe() ? Scope.Mode.READ : Scope.Mode.WRITE;
        try (var scope = Scope.open(exchange.tenantId(), mode)) {
            (toJson && json != null ? json : plugin.pages()).service(URI.create(root), target, request, response);
        }
    }
}
