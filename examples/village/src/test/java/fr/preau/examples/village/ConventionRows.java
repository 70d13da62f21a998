package fr.preau.examples.village;

import fr.preau.api.Profile;
import fr.preau.examples.village.Places.Kind;
import fr.preau.examples.village.Places.Where;
import fr.preau.server.account.Accounts;
import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Conventions;
import fr.preau.server.convention.DelegateLine;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.Side;
import fr.preau.server.convention.Stops;
import fr.preau.server.convention.VersionLine;
import fr.preau.server.convention.Waves;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Stops, waves, parties, delegates and versions, of the town, of the académie and of another ENT. None changes what runs. */
final class ConventionRows {
    private final EntExtension ent;
    private final Tenants tenants;
    private final Parties parties;
    private final Conventions conventions;
    private final SchoolPerson town;
    private final SchoolPerson academy;
    private final SchoolPerson stranger;

    ConventionRows(EntExtension ent) {
        this.ent = ent;
        this.tenants = ent.server().get(Tenants.class);
        this.parties = ent.server().get(Parties.class);
        this.conventions = ent.server().get(Conventions.class);
        int here = ent.school().tenantId();
        this.town = delegate(here, Side.COLLECTIVITE, "mairie.delegue");
        this.academy = delegate(here, Side.EDUCATION_NATIONALE, "academie.delegue");
        this.stranger = delegate(ent.otherSchool().tenantId(), Side.COLLECTIVITE, "ailleurs.delegue");
    }

    private SchoolPerson delegate(int tenant, Side side, String login) {
        Profile profile = side == Side.COLLECTIVITE ? Profile.MUNICIPAL_STAFF : Profile.INSPECTOR;
        UUID id = tenants.addPerson(tenant, profile, "Yaël", "Déléguée", "");
        ent.server().get(Accounts.class).give(tenant, id, login, EntExtension.PASSWORD, false);
        parties.name(tenant, party(tenant, side), id, "Déléguée", Actor.OPERATOR);
        return new SchoolPerson(tenant, id, profile, "Yaël Déléguée", login);
    }

    private UUID party(int tenant, Side side) {
        return parties.list(tenant).stream()
                .filter(party -> party.side() == side)
                .map(PartyLine::id)
                .findFirst()
                .orElseThrow();
    }

    Client delegate() {
        return ent.as(town);
    }

    String id(Kind kind, Where where) {
        SchoolPerson owner = switch (where) {
            case OWN_PARTY -> town;
            case OTHER_PARTY -> academy;
            default -> stranger;
        };
        Side side = where == Where.OTHER_PARTY ? Side.EDUCATION_NATIONALE : Side.COLLECTIVITE;
        return switch (kind) {
            case STOP -> stop(owner).toString();
            case WAVE -> wave(owner).toString();
            case PARTY -> party(owner.tenantId(), side).toString();
            case DELEGATE -> delegation(owner.tenantId(), side).toString();
            default -> throw new AssertionError(kind);
        };
    }

    private UUID stop(SchoolPerson by) {
        Stops.Order order = new Stops.Order("aucun", null, null, null, "Essai", null);
        return ent.server().get(Stops.class).stop(by.tenantId(), order, new Actor(by.id(), by.name()));
    }

    private UUID wave(SchoolPerson by) {
        MadeUpSchool school = by.tenantId() == ent.school().tenantId() ? ent.school() : ent.otherSchool();
        LocalDate far = EntExtension.today().plusYears(2);
        Waves.Plan plan = new Waves.Plan("Essai", false, "aucun", far, null, List.of(school.schoolId()));
        return ent.server().get(Waves.class).propose(by.tenantId(), plan, new Actor(by.id(), by.name()));
    }

    private UUID delegation(int tenant, Side side) {
        UUID person = tenants.addPerson(tenant, Profile.GUEST, "Sam", "Suppléant", "");
        parties.name(tenant, party(tenant, side), person, "Suppléant", Actor.OPERATOR);
        return parties.delegates(tenant).stream()
                .filter(delegate -> delegate.personId().equals(person))
                .map(DelegateLine::id)
                .findFirst()
                .orElseThrow();
    }

    /** Ends what is being written or signed. */
    void close() {
        int tenant = town.tenantId();
        conventions.versions(tenant).stream()
                .filter(line -> line.isDraft() || line.isProposed())
                .map(VersionLine::version)
                .forEach(version -> conventions.withdraw(tenant, version, Actor.OPERATOR));
    }

    int draft() {
        close();
        return conventions.amend(town.tenantId(), Actor.OPERATOR);
    }
}
