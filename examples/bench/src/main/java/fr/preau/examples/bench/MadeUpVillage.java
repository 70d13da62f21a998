package fr.preau.examples.bench;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.server.Ent;
import fr.preau.server.account.Accounts;
import fr.preau.server.charter.Acceptances;
import fr.preau.server.charter.Seen;
import fr.preau.server.convention.QuickStart;
import fr.preau.server.convention.QuickStart.Signatory;
import fr.preau.server.convention.Template;
import fr.preau.server.tenancy.Tenants;
import fr.preau.server.tenancy.Tenants.Kind;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A school of three classes of 24, all made up, with the posts, the homework and the menus that the measured pages show.
 * The people are made by the server's ordinary services, all the rest through the plugins' JSON.
 */
final class MadeUpVillage {
    /** Who looks at the pages: a parent with children in two classes. */
    static final String PARENT = "lou.parent";

    static final String PASSWORD = "preau-mesure-2026";
    private static final String NAME = "École et mairie de Mesure-le-Préau";
    private static final int PUPILS = 24;
    private static final int POSTS = 12;
    private static final int[] SCHOOL_DAYS = {0, 1, 3, 4};
    private static final String[] DISHES = {
        "ENTREE,Carottes râpées,MOUTARDE",
        "PLAT,Poisson du jour,POISSONS",
        "GARNITURE,Riz,",
        "PRODUIT_LAITIER,Tomme,LAIT",
        "DESSERT,Compote,"
    };
    private static final String[] SUBJECTS = {"Français", "Mathématiques", "Questionner le monde"};
    private static final String TEXT =
            "Nous avons observé le marronnier de la cour. Ses feuilles tombent et chacun en a "
                    + "ramassé une pour la dessiner. Ensuite nous avons compté les marrons par paquets de dix. ";

    private final Ent ent;
    private final Tenants tenants;
    private final Accounts accounts;
    private final LocalDate monday;

    MadeUpVillage(Ent ent) {
        this.ent = ent;
        this.tenants = ent.get(Tenants.class);
        this.accounts = ent.get(Accounts.class);
        this.monday = LocalDate.now(ent.get(Clock.class)).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
    }

    /** The first day of the week that is measured: the coming one, so that no day of it is past. */
    LocalDate monday() {
        return monday;
    }

    /**
     * Makes all of it.
     *
     * @param plugins those that run
     * @return the parent
     */
    Caller build(Set<String> plugins) {
        int tenant = tenants.create("mesure", NAME, Kind.COMMUNE);
        tenants.addCommune(tenant, "77998", "Mesure-le-Préau");
        UUID school = tenants.addSchool(tenant, "0779998Z", "École de la Toise", "77998");
        ent.get(QuickStart.class)
                .signAndDeployEverything(
                        tenant,
                        Template.COMMUNE,
                        NAME,
                        new Signatory("Claude Académie", "Inspectrice de l’Éducation nationale"),
                        new Signatory("Andréa Admin", "Maire"));
        UUID parent = person(tenant, Profile.GUARDIAN, "Lou", "Parent", PARENT);
        person(tenant, Profile.MUNICIPAL_STAFF, "Maxime", "Mairie", "maxime.mairie");
        List<UUID> classes = new ArrayList<>();
        Map<UUID, Seen> own = new HashMap<>();
        for (String level : List.of("CP", "CE1", "CM2")) {
            UUID schoolClass = tenants.addClass(tenant, school, level, level);
            classes.add(schoolClass);
            UUID teacher = person(tenant, Profile.TEACHER, "Camille", "Craie " + level, "camille." + level);
            tenants.addMember(tenant, teacher, school, schoolClass, "TEACHER");
            for (int i = 1; i <= PUPILS; i++) {
                UUID guardian = i == 1 && classes.size() < 3
                        ? parent
                        : tenants.addPerson(tenant, Profile.GUARDIAN, "Dom", "Exemple " + level + i, "");
                UUID pupil = tenants.addPerson(tenant, Profile.PUPIL, "Alix", "Exemple " + level + i, "");
                tenants.addMember(tenant, pupil, school, schoolClass, "PUPIL");
                tenants.addGuardian(tenant, guardian, pupil, "parent");
                if (guardian.equals(parent)) {
                    own.put(pupil, Seen.IN_FORCE);
                }
            }
        }
        for (int i = 0; i < classes.size(); i++) {
            String login = "camille." + List.of("cp", "ce1", "cm2").get(i);
            Program teacher = Program.signIn(ent.address(), login, PASSWORD);
            if (plugins.contains("blog")) {
                posts(teacher, classes.get(i));
            }
            if (plugins.contains("cahier-de-textes")) {
                works(teacher, classes.get(i));
            }
        }
        if (plugins.contains("cantine")) {
            menus(Program.signIn(ent.address(), "maxime.mairie", PASSWORD));
        }
        Caller caller = new Caller(parent, tenant, NAME, Profile.GUARDIAN, "Lou", "Lou Parent", false);
        ent.get(Acceptances.class).accept(caller, null, own);
        return caller;
    }

    private UUID person(int tenant, Profile profile, String first, String last, String login) {
        UUID id = tenants.addPerson(tenant, profile, first, last, "");
        accounts.give(tenant, id, login.toLowerCase(java.util.Locale.ROOT), PASSWORD, false);
        return id;
    }

    private static void posts(Program teacher, UUID schoolClass) {
        for (int i = 1; i <= POSTS; i++) {
            teacher.post(
                    "/apps/blog/api/posts",
                    "{\"classId\":\"%s\",\"title\":\"Le marronnier, sortie %d\",\"text\":\"%s\",\"draft\":false}"
                            .formatted(schoolClass, i, TEXT.repeat(4)));
        }
    }

    private void works(Program teacher, UUID schoolClass) {
        for (int day : SCHOOL_DAYS) {
            for (String subject : SUBJECTS) {
                teacher.post(
                        "/apps/cahier-de-textes/api/works",
                        ("{\"classId\":\"%s\",\"subject\":\"%s\",\"due\":\"%s\",\"text\":\"%s\",\"handIn\":true,"
                                        + "\"minutes\":15}")
                                .formatted(
                                        schoolClass,
                                        subject,
                                        monday.plusDays(day),
                                        "Relire la leçon\\nFaire l’exercice 4, page 27"));
            }
        }
    }

    private void menus(Program townHall) {
        String dishes = Stream.of(DISHES)
                .map(dish -> {
                    String[] part = dish.split(",", -1);
                    return "{\"course\":\"%s\",\"name\":\"%s\",\"allergens\":{\"known\":true,\"contained\":[%s]}}"
                            .formatted(part[0], part[1], part[2].isEmpty() ? "" : "\"" + part[2] + "\"");
                })
                .collect(Collectors.joining(","));
        for (int day : SCHOOL_DAYS) {
            townHall.put(
                    "/apps/cantine/api/days/" + monday.plusDays(day), "{\"meals\":[{\"dishes\":[" + dishes + "]}]}");
        }
        townHall.post("/apps/cantine/api/weeks/" + monday + "/publication", "{}");
    }
}
