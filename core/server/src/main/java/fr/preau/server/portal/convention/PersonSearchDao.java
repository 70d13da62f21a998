package fr.preau.server.portal.convention;

import fr.preau.api.Profile;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Finds grown-ups to name as delegates. */
public interface PersonSearchDao {
    /** Somebody found. */
    record Found(UUID id, String name, Profile profile) {}

    @SqlQuery("select id, display_name as name, profile from ent.person where profile <> 'PUPIL' "
            + "and position(ent.plain(:query) in ent.plain(display_name)) > 0 order by display_name limit 20")
    @RegisterConstructorMapper(Found.class)
    List<Found> grownUps(String query);
}
