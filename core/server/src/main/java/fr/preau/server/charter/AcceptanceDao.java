package fr.preau.server.charter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Who accepted what, in the scope's tenant. */
interface AcceptanceDao {
    @SqlQuery("select s.person_id, s.audience, s.version, s.under, s.consent_age, s.own_at, s.consent_at, "
            + "p.display_name as consent_by, s.again, s.step "
            + "from core.charter_standing s left join ent.person p on p.id = s.consent_by where s.person_id = :person")
    @RegisterConstructorMapper(Standing.class)
    Optional<Standing> standing(UUID person);

    /** The pupils for whom a guardian may accept: parental authority, contact not forbidden, under the age; eldest first. */
    @SqlQuery("""
            select s.person_id, p.first_name as name,
                   coalesce((select string_agg(c.name, ', ' order by c.name) from ent.membership m
                             join ent.class c on c.id = m.class_id
                             where m.person_id = p.id and m.role = 'PUPIL'), '') as class_name,
                   s.audience, s.version, s.consent_age, s.consent_at, b.display_name as consent_by
            from core.guardianship g join core.person p on p.id = g.pupil_id
            join core.charter_standing s on s.person_id = p.id
            left join ent.person b on b.id = s.consent_by
            where g.guardian_id = :guardian and g.authority and g.contact and s.under
              and g.since <= current_date and (g.until is null or g.until > current_date)
            order by p.birth_date nulls last, p.first_name, p.id
            """)
    @RegisterConstructorMapper(Child.class)
    List<Child> children(UUID guardian);

    /** The first names of those who may accept for a pupil. */
    @SqlQuery("""
            select p.first_name from core.guardianship g join core.person p on p.id = g.guardian_id
            where g.pupil_id = :pupil and g.authority and g.contact and p.suspended_at is null
              and g.since <= current_date and (g.until is null or g.until > current_date)
            order by p.first_name, p.id
            """)
    List<String> guardians(UUID pupil);

    @SqlUpdate("insert into core.charter_acceptance (person_id, audience, version, role, accepted_by) "
            + "select s.person_id, s.audience, s.version, 'SELF', s.person_id from core.charter_standing s "
            + "where s.person_id = :person and s.audience = :audience and s.version = :version "
            + "and s.step in ('ACCEPT', 'READ') on conflict do nothing")
    void accept(UUID person, Audience audience, int version);

    /** What several people accepted on paper for themselves. */
    @SqlUpdate("insert into core.charter_acceptance (person_id, audience, version, role, accepted_by, recorded_by, "
            + "recorded_by_name) select s.person_id, s.audience, s.version, 'SELF', s.person_id, :by, :name "
            + "from core.charter_standing s where s.person_id = any (:persons) and s.step = 'ACCEPT' "
            + "on conflict do nothing")
    int acceptOnPaper(UUID[] persons, UUID by, String name);

    /** What guardians accepted on paper for pupils under the age. */
    @SqlUpdate("insert into core.charter_acceptance (person_id, audience, version, role, accepted_by, recorded_by, "
            + "recorded_by_name) select s.person_id, s.audience, s.version, 'GUARDIAN', guardian, :by, :name "
            + "from unnest(:pupils, :guardians) as signed (pupil, guardian) "
            + "join core.charter_standing s on s.person_id = pupil and s.under and s.consent_at is null "
            + "on conflict do nothing")
    int acceptOnPaperFor(UUID[] pupils, UUID[] guardians, UUID by, String name);

    /** For several pupils at once; a charter that was replaced in this very moment is left waiting. */
    @SqlUpdate("insert into core.charter_acceptance (person_id, audience, version, role, accepted_by) "
            + "select s.person_id, s.audience, s.version, 'GUARDIAN', :guardian "
            + "from unnest(:pupils, :audiences, :versions) as seen (pupil, audience, version) "
            + "join core.charter_standing s on s.person_id = seen.pupil and s.audience = seen.audience "
            + "and s.version = seen.version on conflict do nothing")
    void acceptFor(UUID guardian, UUID[] pupils, String[] audiences, Integer[] versions);
}
