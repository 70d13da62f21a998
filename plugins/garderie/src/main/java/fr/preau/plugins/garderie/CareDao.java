package fr.preau.plugins.garderie;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** What families want the team to know. */
public interface CareDao {
    /** Of a child of this person. */
    @SqlQuery("select k.allergies, k.collectors from care k where k.child_id = :child and exists ("
            + "select from ent.guardianship g where g.guardian_id = :me and g.pupil_id = k.child_id)")
    @RegisterConstructorMapper(Care.class)
    Optional<Care> ofChild(UUID me, UUID child);

    /** A child on this evening's list, as the person who may read health notes there sees it. */
    record Noted(String name, String allergies, String collectors) {}

    /** Of a child who is expected this evening in a school where the person may read it. */
    @SqlQuery("""
            select p.display_name as name, coalesce(k.allergies, '') as allergies, coalesce(k.collectors, '') as collectors
            from stay t join ent.person p on p.id = t.child_id left join care k on k.child_id = t.child_id
            where t.child_id = :child and t.day = :today and t.school_id in (
                select school_id from ent.school_right where person_id = :me and right_name = 'care')
            """)
    @RegisterConstructorMapper(Noted.class)
    Optional<Noted> tonight(UUID me, UUID child, LocalDate today);

    /** Writes it. */
    @SqlUpdate("""
            insert into care (child_id, allergies, collectors, written_by) values (:child, :allergies, :collectors, :me)
            on conflict (tenant_id, child_id) do update set allergies = excluded.allergies,
                collectors = excluded.collectors, written_by = excluded.written_by, written_at = now()
            """)
    void write(UUID me, UUID child, String allergies, String collectors);
}
