package fr.preau.server.access;

import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** Reads facts: the versions always, the rest only when they changed. One statement; {@code R__facts.sql} says what facts are. */
interface FactsDao {
    /** What was read; null parts are still as they were. */
    record Row(
            long version,
            long catalogue,
            @Nullable String tenant,
            @Nullable String person) {}

    /**
     * One statement.
     *
     * @param resource null: what was shared with the person is summed up; else what was given on that thing
     * @param version the tenant's version that is known, -1 for none
     * @param personVersion that of the person's facts
     * @param catalogue the catalogue's version that is known
     */
    @SqlQuery("""
            with state as (select coalesce((select version from core.access_state), 0) as version,
                                  (select version from system.catalogue) as catalogue)
            select state.version, state.catalogue,
                   case when state.version <> :version or state.catalogue <> :catalogue
                        then access.tenant_facts() end as tenant,
                   case when state.version <> :personVersion then access.person_facts(:person, :resource::uuid) end as person
            from state
            """)
    @RegisterConstructorMapper(Row.class)
    Row read(UUID person, @Nullable UUID resource, long version, long personVersion, long catalogue);
}
