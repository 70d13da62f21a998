package fr.preau.plugins.garderie;

import fr.preau.api.privacy.PersonalData.Item;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What is kept about a person, on its own tables alone: it can be read while the service is suspended. */
public interface PersonalDataDao {
    /** All of it, newest first. */
    @SqlQuery("""
            select 'Soir de garderie' as kind, day::text as date,
                   case when left_at is null then '' else 'Départ à '
                        || to_char(left_at at time zone 'Europe/Paris', 'HH24:MI') || ' ' || left_with end as text
            from stay where child_id = :person
            union all
            select 'Fiche santé', written_at::date::text, allergies || ' / ' || collectors from care where child_id = :person
            union all
            select 'Inscription faite', day::text, '' from stay where booked_by = :person
            union all
            select 'Fiche santé écrite', written_at::date::text, '' from care where written_by = :person
            union all
            select 'Départ noté', day::text, left_with from stay where seen_off_by = :person
            order by 2 desc
            """)
    @RegisterConstructorMapper(Item.class)
    List<Item> kept(UUID person);

    @SqlUpdate("delete from stay where child_id = :person")
    int deleteStays(UUID person);

    @SqlUpdate("delete from care where child_id = :person")
    int deleteCare(UUID person);

    @SqlUpdate("update stay set booked_by = null where booked_by = :person")
    int forgetBooker(UUID person);

    @SqlUpdate("update stay set seen_off_by = null where seen_off_by = :person")
    int forgetAgent(UUID person);

    @SqlUpdate("update care set written_by = null where written_by = :person")
    int forgetWriter(UUID person);
}
