package fr.preau.examples.village;

import fr.preau.api.Profile;
import fr.preau.server.Ent;
import fr.preau.server.account.Accounts;
import fr.preau.server.convention.Actor;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.PartyLine;
import fr.preau.server.convention.QuickStart;
import fr.preau.server.convention.QuickStart.Signatory;
import fr.preau.server.convention.Side;
import fr.preau.server.convention.Template;
import fr.preau.server.tenancy.Tenants;
import fr.preau.server.tenancy.Tenants.Kind;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The people of Saint-Préau: one school, three classes, a town hall. All are made up, and say so by their names. Everything
 * is made once, through the server's ordinary services.
 */
final class SaintPreau {
    static final String PASSWORD = "preau-demo-2026";

    /** One account per profile, printed at each start. */
    private static final List<Shown> ACCOUNTS = List.of(
            new Shown("dominique.direction", "Directrice, enseigne en CM1-CM2"),
            new Shown("camille.craie", "Enseignante en CE1-CE2"),
            new Shown("lou.parent", "Parent de deux enfants"),
            new Shown("alix.parent", "Élève de CE1"),
            new Shown("maxime.mairie", "Agent de la mairie, cantine"),
            new Shown("claude.academie", "Inspectrice, déléguée de l’académie"),
            new Shown("andrea.admin", "Maire, administre l’espace"));

    private record Shown(String login, String who) {}

    private final Ent ent;
    private final Tenants tenants;
    private final Accounts accounts;

    SaintPreau(Ent ent) {
        this.ent = ent;
        this.tenants = ent.get(Tenants.class);
        this.accounts = ent.get(Accounts.class);
    }

    /** Makes the village unless it is there, and answers with what to tell the person who started it. */
    List<String> settle() {
        if (tenants.find("saint-preau").isEmpty()) {
            build();
            Chronicle chronicle = new Chronicle(ent.address());
            ACCOUNTS.forEach(account -> chronicle.accept(account.login()));
            chronicle.write();
        }
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  L’ENT de Saint-Préau est ouvert : " + ent.address());
        lines.add("");
        ACCOUNTS.forEach(account -> lines.add("  %-34s %s".formatted(account.who(), account.login())));
        lines.add("");
        lines.add("  Mot de passe pour tous : " + PASSWORD);
        lines.add("");
        return lines;
    }

    private void build() {
        int tenant = tenants.create("saint-preau", "École et mairie de Saint-Préau", Kind.COMMUNE);
        tenants.addCommune(tenant, "77999", "Saint-Préau");
        UUID school = tenants.addSchool(tenant, "0779999Z", "École des Marronniers", "77999");
        UUID young = tenants.addClass(tenant, school, "CP", "CP");
        UUID middle = tenants.addClass(tenant, school, "CE1-CE2", "CE1, CE2");
        UUID old = tenants.addClass(tenant, school, "CM1-CM2", "CM1, CM2");

        UUID head = person(tenant, Profile.HEAD, "Dominique", "Direction", "");
        tenants.addMember(tenant, head, school, null, "HEAD");
        tenants.addMember(tenant, head, school, old, "TEACHER");
        UUID teacher = person(tenant, Profile.TEACHER, "Camille", "Craie", "");
        tenants.addMember(tenant, teacher, school, middle, "TEACHER");
        UUID other = person(tenant, Profile.TEACHER, "Sacha", "Ardoise", "");
        tenants.addMember(tenant, other, school, young, "TEACHER");
        person(tenant, Profile.MUNICIPAL_STAFF, "Maxime", "Mairie", "Restauration scolaire");
        UUID admin = person(tenant, Profile.MUNICIPAL_STAFF, "Andréa", "Admin", "Affaires scolaires");
        tenants.addAdministrator(tenant, admin);
        UUID inspector = person(tenant, Profile.INSPECTOR, "Claude", "Académie", "");

        UUID parent = person(tenant, Profile.GUARDIAN, "Lou", "Parent", "");
        child(tenant, school, middle, parent, "Alix", "Parent", 7);
        child(tenant, school, young, parent, "Noa", "Parent", 6);
        List<UUID> classes = List.of(young, middle, old);
        String[] names = {"Exemple", "Modèle", "Essai", "Fictif", "Inventé", "Imaginaire", "Témoin", "Démo", "Specimen"
        };
        String[] first = {"Charlie", "Eden", "Sam", "Maé", "Andrea", "Yaël", "Ariel", "Louison", "Ange"};
        for (int i = 0; i < names.length; i++) {
            UUID guardian = person(tenant, Profile.GUARDIAN, "Dom", names[i], "");
            child(tenant, school, classes.get(i % 3), guardian, first[i], names[i], 6 + 2 * (i % 3));
        }
        ent.get(QuickStart.class)
                .signAndDeployEverything(
                        tenant,
                        Template.COMMUNE,
                        "École et mairie de Saint-Préau",
                        new Signatory("Claude Académie", "Inspectrice de l’Éducation nationale"),
                        new Signatory("Andréa Admin", "Maire"));
        Parties parties = ent.get(Parties.class);
        for (PartyLine party : parties.list(tenant)) {
            boolean academy = party.side() == Side.EDUCATION_NATIONALE;
            String quality = academy ? "Inspectrice de l’Éducation nationale" : "Maire";
            parties.name(tenant, party.id(), academy ? inspector : admin, quality, Actor.OPERATOR);
        }
    }

    private UUID person(int tenant, Profile profile, String first, String last, String service) {
        return person(tenant, profile, first, last, service, null);
    }

    private UUID person(
            int tenant, Profile profile, String first, String last, String service, @Nullable LocalDate birthDate) {
        UUID id = tenants.addPerson(tenant, profile, first, last, service, birthDate);
        String login = Normalizer.normalize(first + "." + last, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z.]", "")
                .toLowerCase(Locale.ROOT);
        if (ACCOUNTS.stream().anyMatch(account -> account.login().equals(login))) {
            accounts.give(tenant, id, login, PASSWORD, false);
        }
        return id;
    }

    private void child(int tenant, UUID school, UUID schoolClass, UUID guardian, String first, String last, int age) {
        LocalDate birthDate =
                LocalDate.now(ZoneId.of("Europe/Paris")).minusYears(age).minusMonths(5);
        UUID id = person(tenant, Profile.PUPIL, first, last, "", birthDate);
        tenants.addMember(tenant, id, school, schoolClass, "PUPIL");
        tenants.addGuardian(tenant, guardian, id, "parent");
    }
}
