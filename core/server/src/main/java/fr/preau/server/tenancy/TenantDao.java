package fr.preau.server.tenancy;

import fr.preau.api.Profile;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Tenants and what is in them. All but the first two run for the scope's tenant. */
interface TenantDao {
    @SqlQuery("select id, slug, name, kind from system.tenant order by slug")
    @RegisterConstructorMapper(Tenants.Tenant.class)
    List<Tenants.Tenant> list();

    @SqlQuery("insert into system.tenant (slug, name, kind) values (:slug, :name, :kind) returning id")
    int create(String slug, String name, Tenants.Kind kind);

    @SqlUpdate("insert into core.commune (insee, name) values (:insee, :name) "
            + "on conflict (tenant_id, insee) do update set name = excluded.name")
    void addCommune(String insee, String name);

    @SqlQuery("insert into core.school (uai, name, insee) values (:uai, :name, :insee) "
            + "on conflict (tenant_id, uai) do update set name = excluded.name returning id")
    UUID addSchool(String uai, String name, String insee);

    @SqlQuery("insert into core.class (school_id, school_year, name, level) values (:schoolId, :year, :name, :level) "
            + "returning id")
    UUID addClass(UUID schoolId, int year, String name, String level);

    @SqlQuery("insert into core.person (profile, first_name, last_name, service, birth_date) "
            + "values (:profile, :firstName, :lastName, :service, :birthDate) returning id")
    UUID addPerson(Profile profile, String firstName, String lastName, String service, @Nullable LocalDate birthDate);

    @SqlUpdate("insert into core.membership (person_id, school_id, class_id, role, since) "
            + "values (:personId, :schoolId, :classId, :role, :since)")
    void addMember(UUID personId, UUID schoolId, @Nullable UUID classId, String role, LocalDate since);

    @SqlUpdate("insert into core.guardianship (guardian_id, pupil_id, tie, since) "
            + "values (:guardianId, :pupilId, :tie, :since)")
    void addGuardian(UUID guardianId, UUID pupilId, String tie, LocalDate since);

    @SqlQuery("select first_name || ' ' || last_name from core.person where id = :personId")
    String nameOf(UUID personId);

    @SqlUpdate("insert into core.administrator (person_id) values (:personId) on conflict do nothing")
    void addAdministrator(UUID personId);
}
