package fr.preau.server.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Drafts of imports, and the list of those that were made. Runs in the thread's scope. */
interface ImportDao {
    @SqlQuery("select first_name || ' ' || last_name from core.person where id = :personId")
    String nameOf(UUID personId);

    /** A draft. */
    record Draft(
            String source, String uai, String files, boolean endingAbsent, boolean restoringTies, String fingerprint) {}

    @SqlQuery(
            "insert into core.import_draft (person_id, source, uai, files, ending_absent, restoring_ties, fingerprint) "
                    + "values (:personId, :source, :uai, :files, :endingAbsent, :restoringTies, :fingerprint) returning id")
    UUID addDraft(
            UUID personId,
            String source,
            String uai,
            String files,
            boolean endingAbsent,
            boolean restoringTies,
            String fingerprint);

    @SqlQuery("select source, uai, files, ending_absent, restoring_ties, fingerprint from core.import_draft "
            + "where id = :id and person_id = :personId")
    @RegisterConstructorMapper(Draft.class)
    Optional<Draft> draft(UUID id, UUID personId);

    @SqlUpdate("delete from core.import_draft where id = :id")
    void dropDraft(UUID id);

    @SqlUpdate("delete from core.import_draft where created_at < now() - interval '1 day'")
    void sweepDrafts();

    @SqlQuery("select r.at, s.name as school, r.source, coalesce(p.display_name, '') as person, "
            + "r.created, r.updated, r.ended "
            + "from core.import_run r join core.school s on s.id = r.school_id left join ent.person p on p.id = r.person_id "
            + "where :uai::text is null or s.uai = :uai order by r.at desc limit 10")
    @RegisterConstructorMapper(Imports.Past.class)
    List<Imports.Past> past(@Nullable String uai);

    /** The name of a school in which a plugin does not run now, as the convention has it; empty if it does. */
    @SqlQuery("select s.name from core.school s where s.uai = :uai and not exists ("
            + "select from core.opening o where o.plugin_id = :plugin and o.school_id = s.id "
            + "and o.since <= now() and (o.until is null or o.until > now()))")
    Optional<String> closedIn(String plugin, String uai);
}
