package fr.preau.examples.village;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened lately in Saint-Préau: menus, work, a blog. Written as people and programs would: over HTTP, signed in, through
 * each plugin's JSON.
 */
final class Chronicle {
    private static final ObjectMapper json = new ObjectMapper();
    private static final List<List<String>> LUNCHES = List.of(
            List.of("Carottes râpées", "Gratin de pâtes aux lentilles", "Salade verte", "Yaourt nature", "Pomme"),
            List.of("Potage de potiron", "Poulet rôti", "Haricots verts", "Fromage de brebis", "Compote de poires"),
            List.of("Betteraves", "Filet de poisson au citron", "Riz", "Petit-suisse", "Clémentine"),
            List.of("Salade de chou", "Omelette aux herbes", "Pommes de terre au four", "Tomme", "Gâteau au yaourt"));
    private static final Map<String, List<String>> ALLERGENS = Map.ofEntries(
            Map.entry("Carottes râpées", List.of("MOUTARDE")),
            Map.entry("Gratin de pâtes aux lentilles", List.of("GLUTEN", "LAIT")),
            Map.entry("Salade verte", List.of("MOUTARDE")),
            Map.entry("Yaourt nature", List.of("LAIT")),
            Map.entry("Potage de potiron", List.of("LAIT", "CELERI")),
            Map.entry("Fromage de brebis", List.of("LAIT")),
            Map.entry("Filet de poisson au citron", List.of("POISSONS")),
            Map.entry("Petit-suisse", List.of("LAIT")),
            Map.entry("Salade de chou", List.of("MOUTARDE")),
            Map.entry("Omelette aux herbes", List.of("OEUFS")),
            Map.entry("Tomme", List.of("LAIT")),
            Map.entry("Gâteau au yaourt", List.of("GLUTEN", "OEUFS", "LAIT")));
    private static final Map<String, List<String>> SIQO = Map.of(
            "Pomme", List.of("BIO"),
            "Yaourt nature", List.of("BIO"),
            "Poulet rôti", List.of("LABEL_ROUGE"),
            "Riz", List.of("IGP"),
            "Tomme", List.of("AOP"));
    private static final Set<String> MEATLESS = Set.of("Gratin de pâtes aux lentilles", "Omelette aux herbes");
    private static final List<String> COURSES = List.of("ENTREE", "PLAT", "GARNITURE", "PRODUIT_LAITIER", "DESSERT");

    private final URI address;
    private final Map<String, HttpClient> signedIn = new HashMap<>();

    Chronicle(URI address) {
        this.address = address;
    }

    /** Signs in and accepts the charter, guardians for their children too. */
    void accept(String login) {
        send(login, "PUT", "/api/core/charter", Map.of());
        for (JsonNode child : send(login, "GET", "/api/core/charter", null).path("children")) {
            String id = child.path("personId").asText();
            send(login, "PUT", "/api/core/charter/children/" + id, Map.of());
        }
    }

    void write() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        menus(monday);
        menus(monday.plusWeeks(1));
        work(today);
        blog();
    }

    private void menus(LocalDate monday) {
        int[] weekdays = {0, 1, 3, 4};
        for (int i = 0; i < weekdays.length; i++) {
            List<String> lunch = LUNCHES.get(i);
            List<Map<String, Object>> dishes = new java.util.ArrayList<>();
            for (int course = 0; course < COURSES.size(); course++) {
                String name = lunch.get(course);
                dishes.add(Map.of(
                        "course",
                        COURSES.get(course),
                        "name",
                        name,
                        "allergens",
                        Map.of("known", true, "contained", ALLERGENS.getOrDefault(name, List.of())),
                        "siqo",
                        SIQO.getOrDefault(name, List.of()),
                        "regimes",
                        MEATLESS.contains(name) ? List.of("VEGETARIEN") : List.of()));
            }
            Map<String, Object> meal = Map.of("type", "DEJEUNER", "dishes", dishes);
            send(
                    "maxime.mairie",
                    "PUT",
                    "/apps/cantine/api/days/" + monday.plusDays(weekdays[i]),
                    Map.of("meals", List.of(meal)));
        }
        Map<String, Object> closed = Map.of("closed", true, "closedReason", "Pas d’école le mercredi");
        send("maxime.mairie", "PUT", "/apps/cantine/api/days/" + monday.plusDays(2), closed);
        send("maxime.mairie", "POST", "/apps/cantine/api/weeks/" + monday + "/publication", Map.of());
    }

    private void work(LocalDate today) {
        String id = classOf("camille.craie", "cahier-de-textes", "classId");
        LocalDate next = schoolDayAfter(today);
        give(id, next, "Mathématiques", "Revoir la table de 3. S’entraîner avec quelqu’un de la maison.", false);
        give(id, next, "Français", "Lire la page 12 du livre à voix haute.", false);
        give(id, schoolDayAfter(next), "Questionner le monde", "Apporter une feuille d’arbre bien sèche.", true);
    }

    private void give(String classId, LocalDate due, String subject, String text, boolean handIn) {
        send(
                "camille.craie",
                "POST",
                "/apps/cahier-de-textes/api/works",
                Map.of("classId", classId, "due", due.toString(), "subject", subject, "text", text, "handIn", handIn));
    }

    private static LocalDate schoolDayAfter(LocalDate day) {
        LocalDate next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.WEDNESDAY || next.getDayOfWeek().getValue() > 5) {
            next = next.plusDays(1);
        }
        return next;
    }

    private void blog() {
        String id = classOf("camille.craie", "blog", "id");
        post("camille.craie", id, "Nous avons planté un marronnier", """
                Ce matin, toute la classe est sortie dans la cour avec les jardiniers de la mairie.

                Nous avons creusé un grand trou, posé l’arbre bien droit, puis chacun a versé un peu de terre. \
                Nous le mesurerons chaque mois.""");
        post("camille.craie", id, "La classe prépare une exposition", """
                Pendant deux semaines, nous dessinons le village vu de la fenêtre de l’école.

                Les familles pourront venir voir les dessins sous le préau.""");
        post("alix.parent", id, "Mon escargot", """
                J’ai trouvé un escargot sous le préau. Il s’appelle Turbo, mais il ne va pas vite.

                Il aime la salade de la cantine.""");
    }

    private void post(String login, String classId, String title, String text) {
        send(login, "POST", "/apps/blog/api/posts", Map.of("classId", classId, "title", title, "text", text));
    }

    private String classOf(String login, String plugin, String field) {
        return send(login, "GET", "/apps/" + plugin + "/api/classes", null)
                .path(0)
                .path(field)
                .asText();
    }

    private JsonNode send(String login, String method, String path, @Nullable Object body) {
        return request(signedIn.computeIfAbsent(login, this::signIn), method, path, body);
    }

    private HttpClient signIn(String login) {
        HttpClient client =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        request(client, "POST", "/api/core/session", Map.of("login", login, "password", SaintPreau.PASSWORD));
        return client;
    }

    private JsonNode request(HttpClient client, String method, String path, @Nullable Object body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(address.resolve(path))
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? BodyPublishers.noBody()
                                    : BodyPublishers.ofString(json.writeValueAsString(body)))
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new IllegalStateException(
                        method + " " + path + " : " + answer.statusCode() + " " + answer.body());
            }
            return json.readTree(answer.body().isEmpty() ? "null" : answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the village was being made", e);
        }
    }
}
