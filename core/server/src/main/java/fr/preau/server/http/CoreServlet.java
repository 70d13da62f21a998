package fr.preau.server.http;

import fr.preau.server.access.NeedsFilter;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.db.Scope;
import fr.preau.server.plugin.UnopenedService;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/** The core's own routes: portal, console, JSON, assets. Thread-safe. */
@Singleton
public final class CoreServlet extends HttpServlet implements UnopenedService {
    private static final long serialVersionUID = 1L;

    private final transient Provider<Set<CoreResource>> resources;
    private final transient RequestStanding standings;
    private final transient Layout layout;
    private final transient View view;
    private final transient ServletContext context;
    private transient @Nullable ServletContainer jersey;

    @Inject
    CoreServlet(
            Provider<Set<CoreResource>> resources,
            RequestStanding standings,
            Layout layout,
            View view,
            ServletContext context) {
        this.standings = standings;
        this.resources = resources;
        this.layout = layout;
        this.view = view;
        this.context = context;
    }

    @Override
    public void init() throws ServletException {
        NeedsFilter guard = new NeedsFilter(standings);
        jersey = JerseyApp.start(context, List.copyOf(resources.get()), guard, layout, view, right -> false);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (path.startsWith("/assets/")) {
            view.assets().serve(path.substring("/assets/".length()), request, response);
            return;
        }
        dispatch(path, request, response);
    }

    private void dispatch(String path, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        ServletContainer app = jersey;
        if (app == null) {
            throw new ServletException("not started");
        }
        Exchange exchange = Exchange.current();
        String query = request.getQueryString();
        String origin = request.getScheme() + "://" + request.getServerName() + ":" + request.getServerPort();
        URI target;
        try {
            target = URI.create(origin + path + (query == null ? "" : "?" + query));
        } catch (IllegalArgumentException e) {
            target = URI.create(origin + "/panne/400");
        }
        // The core's services open a transaction of their own for each change; around them, a request only reads.
        try (var scope = Scope.open(exchange.tenantId(), Scope.Mode.READ)) {
            app.service(URI.create(origin + "/"), target, request, response);
        }
    }

    @Override
    public void answer(int status) throws IOException {
        Exchange exchange = Exchange.current();
        Errors errors = new Errors();
        var answer = errors.toResponse(new jakarta.ws.rs.WebApplicationException(status));
        if (answer.getEntity() instanceof Problem problem) {
            problem.write(exchange.response());
        } else if (answer.getEntity() instanceof fr.preau.api.web.Page page) {
            exchange.response().setStatus(status);
            exchange.response().setContentType("text/html;charset=utf-8");
            Layout.send(
                    layout.render(page, view, right -> false),
                    exchange.response().getOutputStream());
        }
    }
}
