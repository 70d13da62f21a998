package fr.preau.server.portal.roles;

import fr.preau.api.Profile;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** People to choose. */
public interface RolePeopleDao {
    /** Somebody. */
    record Somebody(UUID id, String name, Profile profile) {}

    /** By a part of the name. */
    @SqlQuery("select id, display_name as name, profile from ent.person where position(ent.plain(:query) "
            + "in ent.plain(display_name)) > 0 order by display_name limit 20")
    @RegisterConstructorMapper(Somebody.class)
    List<Somebody> find(String query);

    /** By id. */
    @SqlQuery("select id, display_name as name, profile from ent.person where id = :id")
    @RegisterConstructorMapper(Somebody.class)
    Optional<Somebody> person(UUID id);
}
