package fr.preau.examples.bench;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.server.portal.view.ChildView;
import fr.preau.server.portal.view.Home;
import fr.preau.server.portal.view.TileView;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The home page: the children by the core's own statement, then each plugin's tiles. Thread-safe. */
@Path("")
public final class FloorHome {
    private static final RowMapper<ChildView> childMapper = ConstructorMapper.of(ChildView.class);

    private final Jdbi jdbi;
    private final String childrenSql;
    private final Caller caller;
    private final String title;
    private final Map<FloorPlugin, Frame> plugins;

    FloorHome(Jdbi jdbi, String childrenSql, Caller caller, String title, Map<FloorPlugin, Frame> plugins) {
        this.jdbi = jdbi;
        this.childrenSql = childrenSql;
        this.caller = caller;
        this.title = title;
        this.plugins = plugins;
    }

    /** What matters today. */
    @GET
    public Page home() {
        List<ChildView> children = jdbi.withHandle(handle -> handle.createQuery(childrenSql)
                .bind("guardian", caller.personId())
                .map(childMapper)
                .list());
        List<TileView> tiles = new ArrayList<>();
        plugins.forEach((plugin, frame) -> plugin.tiles()
                .forEach(tile -> tile.show(caller)
                        .ifPresent(page -> tiles.add(new TileView(
                                plugin.launcher().title(),
                                plugin.launcher().icon(),
                                frame.around().hueClass(),
                                "/apps/" + plugin.id() + "/",
                                frame.inside(page))))));
        return Page.of(title, "home.jte")
                .with("view", new Home(caller.firstName(), false, children, List.of(), tiles))
                .with("waits", List.of());
    }
}
