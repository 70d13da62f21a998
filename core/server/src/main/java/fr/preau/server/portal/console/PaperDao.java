package fr.preau.server.portal.console;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Who may have signed charters on paper: guardians for themselves and for pupils under the age, everybody else for themselves. */
interface PaperDao {
    /**
     * Somebody who may have signed.
     *
     * @param signer who, null where no guardian is known for the child
     * @param name their name
     * @param selfWaits whether their own acceptance is missing
     * @param selfPaper whether it was given on paper
     * @param child for whom else, null for nobody
     * @param childName the child's name
     * @param childWaits whether a guardian's acceptance is missing
     * @param childPaper whether it was given on paper
     */
    record Line(
            @Nullable UUID signer,
            String name,
            boolean selfWaits,
            boolean selfPaper,
            @Nullable UUID child,
            String childName,
            boolean childWaits,
            boolean childPaper) {
        /** Whether there is something to write down. */
        public boolean waits() {
            return signer != null && (selfWaits || childWaits);
        }

        /** Names the line in a form. */
        public String key() {
            return signer + ":" + (child == null ? "" : child);
        }
    }

    /** Of a class, or of one person ({@code classId} or {@code person} is null), as far as the caller reaches the pupils. */
    @SqlQuery("with " + PeopleDao.REACHED + """
            , tie as (
                select g.guardian_id, g.pupil_id from core.guardianship g
                where g.authority and g.contact and g.since <= current_date
                  and (g.until is null or g.until > current_date)),
            pupil as (
                select s.person_id as id, s.under from core.charter_standing s
                where s.person_id in (select id from reached) and s.person_id in (
                    select m.person_id from ent.membership m where m.class_id = :classId and m.role = 'PUPIL'
                    union select p.id from core.person p where p.id = :person and p.profile = 'PUPIL'
                    union select t.pupil_id from tie t where t.guardian_id = :person)),
            pair as (
                select t.guardian_id as signer, p.id as child from pupil p join tie t on t.pupil_id = p.id
                where p.under and (:person::uuid is null or :person in (t.guardian_id, p.id))
                union all
                select null, p.id from pupil p where p.under and not exists (select from tie t where t.pupil_id = p.id)
                union all
                select p.id, null from pupil p where not p.under and (:person::uuid is null or p.id = :person)
                union all
                select p.id, null from core.person p where p.id = :person and p.profile <> 'PUPIL'
                   and not exists (select from pupil u join tie t on t.pupil_id = u.id and t.guardian_id = p.id
                                   where u.under))
            select pair.signer, coalesce(a.display_name, '') as name, coalesce(s.step = 'ACCEPT', false) as self_waits,
                   coalesce(s.paper, false) as self_paper, pair.child, coalesce(b.display_name, '') as child_name,
                   c.person_id is not null and c.accepted_at is null as child_waits,
                   coalesce(c.paper, false) as child_paper
            from pair
            left join ent.person a on a.id = pair.signer left join core.charter_standing s on s.person_id = pair.signer
            left join ent.person b on b.id = pair.child left join core.charter_standing c on c.person_id = pair.child
            order by coalesce(b.last_name, a.last_name), coalesce(b.first_name, a.first_name), pair.child, a.display_name
            """)
    @RegisterConstructorMapper(Line.class)
    List<Line> lines(boolean admin, UUID me, @Nullable UUID classId, @Nullable UUID person);
}
