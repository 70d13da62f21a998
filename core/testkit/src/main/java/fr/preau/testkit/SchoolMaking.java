package fr.preau.testkit;

import fr.preau.api.Profile;
import fr.preau.server.Ent;
import fr.preau.server.tenancy.Tenants;
import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a {@link MadeUpSchool} through the server's ordinary services. */
final class SchoolMaking {
    private final Tenants tenants;
    private final String mark;
    private int tenant;

    private SchoolMaking(Tenants tenants, String mark) {
        this.tenants = tenants;
        this.mark = mark;
    }

    static MadeUpSchool first(Ent ent) {
        return new SchoolMaking(ent.get(Tenants.class), "").make("essai", "École de l’Essai", "99901", "0999901A");
    }

    static MadeUpSchool second(Ent ent) {
        return new SchoolMaking(ent.get(Tenants.class), "-Double")
                .make("double", "École du Double", "99902", "0999902B");
    }

    private MadeUpSchool make(String slug, String name, String insee, String uai) {
        tenant = tenants.create(slug, "ENT de l’" + name, Tenants.Kind.COMMUNE);
        tenants.addCommune(tenant, insee, "Commune de " + slug);
        UUID school = tenants.addSchool(tenant, uai, name, insee);
        UUID young = tenants.addClass(tenant, school, "CP", "CP");
        UUID old = tenants.addClass(tenant, school, "CM2", "CM2");
        SchoolPerson guardian = person(Profile.GUARDIAN, "Lou", "Essai", "");
        SchoolPerson otherGuardian = person(Profile.GUARDIAN, "Dom", "Témoin", "");
        SchoolPerson administrator = person(Profile.MUNICIPAL_STAFF, "Andréa", "Admin", "Affaires scolaires");
        tenants.addAdministrator(tenant, administrator.id());
        return new MadeUpSchool(
                tenant,
                name,
                school,
                young,
                old,
                member(person(Profile.HEAD, "Dominique", "Direction", ""), school, null, "HEAD"),
                member(person(Profile.TEACHER, "Camille", "Craie", ""), school, young, "TEACHER"),
                member(person(Profile.TEACHER, "Sacha", "Ardoise", ""), school, old, "TEACHER"),
                pupil("Alix", "Essai", school, young, guardian),
                pupil("Noa", "Essai", school, old, guardian),
                pupil("Charlie", "Témoin", school, old, otherGuardian),
                guardian,
                otherGuardian,
                person(Profile.MUNICIPAL_STAFF, "Maxime", "Mairie", "Restauration scolaire"),
                administrator,
                member(person(Profile.SCHOOL_STAFF, "Ange", "Aide", ""), school, null, "STAFF"),
                person(Profile.INSPECTOR, "Claude", "Académie", ""),
                person(Profile.GUEST, "Eden", "Invité", ""));
    }

    private SchoolPerson person(Profile profile, String first, String last, String service) {
        String lastName = last + mark;
        UUID id = tenants.addPerson(tenant, profile, first, lastName, service);
        return new SchoolPerson(tenant, id, profile, first + " " + lastName, login(first + "." + lastName));
    }

    private static String login(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z.-]", "")
                .toLowerCase(Locale.ROOT);
    }

    private SchoolPerson member(SchoolPerson person, UUID school, @Nullable UUID schoolClass, String role) {
        tenants.addMember(tenant, person.id(), school, schoolClass, role);
        return person;
    }

    private SchoolPerson pupil(String first, String last, UUID school, UUID schoolClass, SchoolPerson guardian) {
        SchoolPerson pupil = member(person(Profile.PUPIL, first, last, ""), school, schoolClass, "PUPIL");
        tenants.addGuardian(tenant, guardian.id(), pupil.id(), "parent");
        return pupil;
    }
}
