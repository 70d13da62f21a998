package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * The home page's card: what waits for a teacher, what was sent back to a pupil, and the newest posts. One statement.
 * Thread-safe.
 */
@Requires("read")
@Singleton
public final class BlogTile implements Tile {

    private final TileDao dao;

    @Inject
    BlogTile(TileDao dao) {
        this.dao = dao;
    }

    @Override
    public Optional<Page> show(Caller caller) {
        List<TileDao.Row> rows = dao.newest(caller.personId());
        TileDao.Row first = rows.get(0);
        if (first.id() == null && first.waiting() == 0 && first.refused() == 0) {
            return Optional.empty();
        }
        return Optional.of(Page.fragment("tile.jte")
                .with("waiting", first.waiting())
                .with("refused", first.refused())
                .with("posts", first.id() == null ? List.of() : rows));
    }
}
