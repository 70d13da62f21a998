package fr.preau.server.access;

import fr.preau.api.Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Roles, grants, rights of profiles, administrators, and what was changed about them. Runs in the thread's scope. */
interface GrantsDao {
    /** Nobody else changes rights of this tenant until the transaction ends. */
    @SqlQuery("select pg_advisory_xact_lock(7073263, :tenant)::text")
    String lock(int tenant);

    @SqlQuery("select r.id, r.name, r.description, (select count(*)::integer from core.role_grant g "
            + "where g.role_id = r.id and g.revoked_at is null and (g.until is null or g.until > current_date)) as holders "
            + "from core.role r where r.removed_at is null order by r.name")
    @RegisterConstructorMapper(RoleLine.class)
    List<RoleLine> roles();

    @SqlQuery("select plugin_id || '.' || name from core.role_right where role_id = :role order by 1")
    List<String> rightsOf(UUID role);

    @SqlQuery("insert into core.role (name, description) select :name, :description where not exists ("
            + "select from core.role where lower(name) = lower(:name) and removed_at is null) returning id")
    Optional<UUID> makeRole(String name, String description);

    @SqlUpdate("update core.role set name = :name, description = :description where id = :id and removed_at is null "
            + "and not exists (select from core.role o where lower(o.name) = lower(:name) and o.removed_at is null "
            + "and o.id <> :id)")
    int renameRole(UUID id, String name, String description);

    @SqlUpdate("update core.role set removed_at = case when :removed then now() end where id = :id "
            + "and (removed_at is null) = :removed")
    int removeRole(UUID id, boolean removed);

    @SqlUpdate("delete from core.role_right where role_id = :role")
    void clearRights(UUID role);

    @SqlUpdate("insert into core.role_right (role_id, plugin_id, name) select :role, r.plugin_id, r.name "
            + "from system.plugin_right r where r.plugin_id || '.' || r.name = any (:rights)")
    void addRights(UUID role, String[] rights);

    @SqlQuery("insert into core.role_grant (role_id, subject, scope_kind, scope_id, since, until, reason, given_by, "
            + "given_by_name, given_by_profile) values (:role, :subject, :scope, :place, :since, :until, :reason, :by, "
            + ":byName, :byProfile) returning id")
    UUID give(
            UUID role,
            String subject,
            String scope,
            @Nullable UUID place,
            LocalDate since,
            @Nullable LocalDate until,
            String reason,
            @Nullable UUID by,
            String byName,
            String byProfile);

    @SqlUpdate("insert into core.role_grant_slot (grant_id, day, begins, ends) values (:grant, :day, :begins, :ends) "
            + "on conflict do nothing")
    void addSlot(UUID grant, int day, LocalTime begins, LocalTime ends);

    @SqlUpdate("update core.role_grant set revoked_at = case when :revoked then now() end, "
            + "revoked_by_name = case when :revoked then :by end where id = :id and (revoked_at is null) = :revoked")
    int revoke(UUID id, boolean revoked, String by);

    String GRANT = """
            select g.id, g.role_id, coalesce(r.name, g.level) as role, g.subject, g.scope_kind as scope, g.scope_id as place,
                   coalesce(p.display_name, '') as person, coalesce(s.name, c.name, u.name, '') as place_name,
                   g.since, g.until, g.reason, g.given_by_name as given_by, g.given_at, g.revoked_at,
                   array(select x.day || ' ' || to_char(x.begins, 'HH24:MI') || ' ' || to_char(x.ends, 'HH24:MI')
                         from core.role_grant_slot x where x.grant_id = g.id order by x.day, x.begins) as slots
            from core.role_grant g left join core.role r on r.id = g.role_id
            left join ent.person p on 'PERSON:' || p.id = g.subject
            left join core.school s on s.id = g.scope_id left join core.class c on c.id = g.scope_id
            left join core.people_group u on u.id = g.scope_id
            """;

    @SqlQuery(GRANT + "where g.role_id = :role and g.revoked_at is null order by g.given_at desc")
    @RegisterConstructorMapper(GrantLine.class)
    List<GrantLine> ofRole(UUID role);

    @SqlQuery(GRANT + "where g.revoked_at is null and g.role_id is not null and g.subject in "
            + "(select subject from access.person_subject where person_id = :person) order by g.given_at desc")
    @RegisterConstructorMapper(GrantLine.class)
    List<GrantLine> ofPerson(UUID person);

    @SqlQuery(GRANT + "where g.subject = :subject and g.revoked_at is null and g.role_id is not null "
            + "and (g.until is null or g.until > current_date)")
    @RegisterConstructorMapper(GrantLine.class)
    List<GrantLine> ofSubject(String subject);

    @SqlQuery(GRANT + "where g.id = :id")
    @RegisterConstructorMapper(GrantLine.class)
    Optional<GrantLine> find(UUID id);

    @SqlQuery("""
            select r.plugin_id as plugin, r.name, r.label, r.reach,
                   array(select h.profile from access.held_right h
                         where h.plugin_id = r.plugin_id and h.name = r.name order by 1) as holders,
                   (select h.min_age from access.held_right h
                    where h.plugin_id = r.plugin_id and h.name = r.name and h.profile = 'PUPIL') as min_age,
                   exists (select from core.profile_right o where o.plugin_id = r.plugin_id and o.name = r.name) as changed
            from system.plugin_right r where r.plugin_id <> 'preau' order by r.plugin_id, r.position
            """)
    @RegisterConstructorMapper(GrantsView.ProfileLine.class)
    List<GrantsView.ProfileLine> profileRights();

    /** As a text that an undo can bring back. */
    @SqlQuery("select coalesce(string_agg(profile || ' ' || held || ' ' || coalesce(min_age::text, '-'), ',' "
            + "order by profile), '') from core.profile_right where plugin_id = :plugin and name = :name")
    String profileState(String plugin, String name);

    @SqlUpdate("delete from core.profile_right where plugin_id = :plugin and name = :name")
    void clearProfiles(String plugin, String name);

    @SqlUpdate("insert into core.profile_right (profile, plugin_id, name, held, min_age) "
            + "values (:profile, :plugin, :name, :held, :minAge)")
    void addProfile(String profile, String plugin, String name, boolean held, @Nullable Integer minAge);

    /** Says anew which profiles hold a right; null: as its plugin has it. */
    default void writeProfiles(RightId right, @Nullable Collection<Profile> holders, @Nullable Integer minAge) {
        clearProfiles(right.plugin(), right.name());
        for (Profile profile : holders == null ? List.<Profile>of() : List.of(Profile.values())) {
            boolean held = holders != null && holders.contains(profile);
            addProfile(
                    profile.name(),
                    right.plugin(),
                    right.name(),
                    held,
                    held && profile == Profile.PUPIL ? minAge : null);
        }
    }

    @SqlQuery("select a.person_id as id, p.display_name as name, a.since from core.administrator a "
            + "join ent.person p on p.id = a.person_id order by name")
    @RegisterConstructorMapper(GrantsView.AdministratorLine.class)
    List<GrantsView.AdministratorLine> administrators();

    @SqlUpdate("insert into core.administrator (person_id) select id from core.person where id = :person and "
            + "profile <> 'PUPIL' on conflict do nothing")
    int addAdministrator(UUID person);

    /** 0 if nobody who can sign in would be left. */
    @SqlUpdate("delete from core.administrator where person_id = :person and exists (select from core.administrator o "
            + "join core.person p on p.id = o.person_id where o.person_id <> :person and p.suspended_at is null)")
    int removeAdministrator(UUID person);

    @SqlUpdate("insert into core.change (by_id, by_name, kind, subject, words, before, after) "
            + "values (:by, :byName, :kind, :subject, :words, :before, :after)")
    void record(
            @Nullable UUID by, String byName, String kind, String subject, String words, String before, String after);

    @SqlQuery("select id, at, by_name, kind, subject, words, before, after, undone_at, undone_by from core.change "
            + "order by at desc, id limit 50")
    @RegisterConstructorMapper(ChangeLine.class)
    List<ChangeLine> changes();

    @SqlQuery("select id, at, by_name, kind, subject, words, before, after, undone_at, undone_by from core.change "
            + "where id = :id")
    @RegisterConstructorMapper(ChangeLine.class)
    Optional<ChangeLine> change(UUID id);

    @SqlUpdate("update core.change set undone_at = now(), undone_by = :by where id = :id and undone_at is null")
    int undone(UUID id, String by);

    @SqlQuery("select display_name from ent.person where id = :id")
    Optional<String> nameOf(UUID id);
}
