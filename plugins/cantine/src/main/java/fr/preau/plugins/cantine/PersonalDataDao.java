package fr.preau.plugins.cantine;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is kept about one member of the staff. */
public interface PersonalDataDao {
    /**
     * One trace of a person.
     *
     * @param kind {@code PUBLISHED}, {@code SAVED} or {@code FILE}
     * @param at when
     * @param text the menu's day, or the file's name
     */
    record Trace(String kind, Instant at, String text) {}

    /** All of them, newest first. */
    @SqlQuery("""
            select 'PUBLISHED' as kind, coalesce(modified_at, published_at) as at, 'Menu du ' || to_char(day, 'DD/MM/YYYY') as text
            from menu_day where published_by = :person
            union all
            select 'SAVED', saved_at, 'Menu du ' || to_char(day, 'DD/MM/YYYY') from menu_day where saved_by = :person
            union all
            select 'FILE', created_at, file_name from import_draft where person_id = :person
            order by at desc
            """)
    @RegisterConstructorMapper(Trace.class)
    List<Trace> kept(UUID person);

    /** Forgets who saved. */
    @SqlUpdate("update menu_day set saved_by = null where saved_by = :person")
    int forgetSaver(UUID person);

    /** Forgets who published. */
    @SqlUpdate("update menu_day set published_by = null where published_by = :person")
    int forgetPublisher(UUID person);

    /** Deletes files being imported. */
    @SqlUpdate("delete from import_draft where person_id = :person")
    int deleteDrafts(UUID person);
}
