package fr.preau.plugins.cantine;

import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.Multipart;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;

/** Menus put in through the plugin's own doors. */
final class Given {
    static final String ROOT = "/apps/cantine/";
    static final String API = ROOT + "api/";

    private Given() {}

    /** The plugin alone, as it is shipped. */
    static EntExtension ent() {
        return EntExtension.bare().with(CantineJar.build());
    }

    /** A Monday some weeks from now: each test has its own. */
    static LocalDate monday(int weeks) {
        return EntExtension.today()
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .plusWeeks(weeks);
    }

    static Map<String, Object> dish(String course, String name) {
        return Map.of("course", course, "name", name);
    }

    static Map<String, Object> dish(String course, String name, List<String> allergens) {
        return Map.of("course", course, "name", name, "allergens", Map.of("known", true, "contained", allergens));
    }

    @SafeVarargs
    static Map<String, Object> lunch(Map<String, Object>... dishes) {
        return Map.of("meals", List.of(Map.of("type", "DEJEUNER", "dishes", List.of(dishes))));
    }

    static byte[] csv(String... lines) {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    static Multipart file(byte[] csv) {
        return new Multipart().field("target", "FILE").file("file", "menus.csv", csv);
    }

    /** The path below the server that a redirect leads to. */
    static String path(String location) {
        return location.substring(location.indexOf(ROOT));
    }

    /** Something in every table, named after the school. */
    static void sow(EntExtension ent, MadeUpSchool school) {
        Client agent = ent.as(school.agent());
        LocalDate monday = monday(0);
        agent.putJson(
                API + "days/" + EntExtension.today(),
                lunch(dish("ENTREE", "Soupe de " + school.name()), dish("DESSERT", "Pomme", List.of())));
        agent.postJson(API + "days/" + EntExtension.today() + "/publication", Map.of());
        agent.putJson(
                API + "days/" + monday,
                lunch(dish("PLAT", "Gratin de " + school.name(), List.of("LAIT", "GLUTEN")), dish("DESSERT", "Pomme")));
        agent.postJson(API + "weeks/" + monday + "/publication", Map.of());
        agent.putJson(
                API + "days/" + monday.plusDays(1), Map.of("closed", true, "closedReason", "fête de " + school.name()));
        agent.putJson(
                API + "publisher",
                Map.of("name", school.name(), "siret", "73282932000074", "kitchenName", "Cuisine de " + school.name()));
        agent.postParts(ROOT + "import", file(csv("Date;Plat", monday.plusDays(3) + ";Riz de " + school.name())));
    }
}
