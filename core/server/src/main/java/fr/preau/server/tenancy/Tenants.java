package fr.preau.server.tenancy;

import fr.preau.api.Profile;
import fr.preau.server.access.Catalogue;
import fr.preau.server.audit.Audit;
import fr.preau.server.convention.OpeningBook;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.directory.SchoolYear;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes tenants and what stands in them before the first import: communes, schools, classes, people typed in by hand.
 * Each call is one transaction. Thread-safe.
 */
@Singleton
public final class Tenants {
    private final TenantDao dao;
    private final Catalogue catalogue;
    private final OpeningBook openings;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Tenants(Database database, Catalogue catalogue, OpeningBook openings, Audit audit, Clock clock) {
        this.audit = audit;
        this.openings = openings;
        this.catalogue = catalogue;
        this.dao = database.core().dao(TenantDao.class);
        this.clock = clock;
    }

    /** The legal kind of a tenant. */
    public enum Kind {
        /** One commune. */
        COMMUNE,
        /** A group of communes with taxes of its own (communauté de communes, d'agglomération…). */
        EPCI,
        /** A syndicat: often of the communes of an RPI, which share their schools. */
        SYNDICAT
    }

    /**
     * A tenant.
     *
     * @param id its number
     * @param slug its short name for commands
     * @param name its name for people
     * @param kind its legal kind
     */
    public record Tenant(int id, String slug, String name, Kind kind) {}

    /** All tenants, by short name. */
    public List<Tenant> list() {
        return Scope.in(0, Mode.READ, dao::list);
    }

    /** The tenant of that short name. */
    public Optional<Tenant> find(String slug) {
        return list().stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
    }

    /** Makes a tenant. */
    public int create(String slug, String name, Kind kind) {
        int tenantId = Scope.in(0, Mode.WRITE, () -> dao.create(slug, name, kind));
        catalogue.seed(tenantId);
        return tenantId;
    }

    /** Adds a commune, or renames it. {@code insee} is its INSEE code (five characters). */
    public void addCommune(int tenantId, String insee, String name) {
        Scope.run(tenantId, Mode.WRITE, () -> dao.addCommune(insee, name));
    }

    /** Adds a school of a commune, or renames it. */
    public UUID addSchool(int tenantId, String uai, String name, String insee) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            UUID school = dao.addSchool(uai, name, insee);
            openings.rewrite(tenantId);
            return school;
        });
    }

    /** Adds a class for this school year. */
    public UUID addClass(int tenantId, UUID schoolId, String name, String level) {
        int year = SchoolYear.of(LocalDate.now(clock)).start();
        return Scope.in(tenantId, Mode.WRITE, () -> dao.addClass(schoolId, year, name, level));
    }

    /** Adds a person. {@code service} is a municipal service, or empty. */
    public UUID addPerson(int tenantId, Profile profile, String firstName, String lastName, String service) {
        return addPerson(tenantId, profile, firstName, lastName, service, null);
    }

    /** Adds a person. {@code birthDate} decides for a pupil which charter they read, and whether guardians accept it. */
    public UUID addPerson(
            int tenantId,
            Profile profile,
            String firstName,
            String lastName,
            String service,
            @Nullable LocalDate birthDate) {
        return Scope.in(tenantId, Mode.WRITE, () -> dao.addPerson(profile, firstName, lastName, service, birthDate));
    }

    /** Makes somebody a member from today: PUPIL, TEACHER of a class; HEAD, STAFF of a school (no class). */
    public void addMember(int tenantId, UUID personId, UUID schoolId, @Nullable UUID classId, String role) {
        LocalDate today = LocalDate.now(clock);
        Scope.run(tenantId, Mode.WRITE, () -> dao.addMember(personId, schoolId, classId, role, today));
    }

    /** Ties a guardian to a pupil from today, with parental authority. */
    public void addGuardian(int tenantId, UUID guardianId, UUID pupilId, String tie) {
        LocalDate today = LocalDate.now(clock);
        Scope.run(tenantId, Mode.WRITE, () -> dao.addGuardian(guardianId, pupilId, tie, today));
    }

    /** Makes a person an administrator of the tenant. */
    public void addAdministrator(int tenantId, UUID personId) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            dao.addAdministrator(personId);
            audit.recordHere(null, Audit.OPERATOR, "administrator.add", dao.nameOf(personId), "");
        });
    }
}
