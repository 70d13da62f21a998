package fr.preau.examples.village;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.plugins.annuaireonde.AnnuaireOndePlugin;
import fr.preau.plugins.blog.BlogPlugin;
import fr.preau.plugins.cahierdetextes.CahierDeTextesPlugin;
import fr.preau.plugins.cantine.CantinePlugin;
import fr.preau.plugins.garderie.GarderiePlugin;
import fr.preau.server.access.Standings;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Who may use which route, tried over HTTP for every route, profile and place, and compared with the table in
 * {@code core/docs/rights.md}. A change of rights is a change of that file: {@code -Dmatrix.write=true} writes it anew.
 */
class RightsMatrixTest {
    private static final Path TABLE = Path.of("..", "..", "core", "docs", "rights.md");

    @RegisterExtension
    static final EntExtension ent = EntExtension.of(
            BlogPlugin.class,
            CahierDeTextesPlugin.class,
            CantinePlugin.class,
            GarderiePlugin.class,
            AnnuaireOndePlugin.class);

    @Test
    void the_table_says_who_may_do_what() throws IOException {
        Places places = Places.make(ent);
        Map<String, Client> callers = callers(places);
        Map<String, Map<String, List<String>>> sections = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        List<MatrixRoute> routes = MatrixRoute.all(ent);
        routes.stream().filter(MatrixRoute::reads).forEach(route -> row(route, places, callers, sections, faults));
        routes.stream().filter(route -> !route.reads()).forEach(route -> row(route, places, callers, sections, faults));
        assertThat(faults).isEmpty();
        String table = MatrixTable.write(sections, List.copyOf(callers.keySet()));
        if (Boolean.getBoolean("matrix.write")) {
            Files.writeString(TABLE, table);
        }
        assertThat(table.lines().toList())
                .as("rights changed: look at the lines, then run with -Dmatrix.write=true")
                .isEqualTo(Files.readAllLines(TABLE));
    }

    private static Map<String, Client> callers(Places places) {
        Map<String, Client> callers = new LinkedHashMap<>();
        callers.put("personne", ent.anonymous());
        for (Profile profile : Profile.values()) {
            callers.put(profile.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '), ent.as(profile));
        }
        callers.put("administrateur", ent.as(ent.school().administrator()));
        callers.put("délégué", places.delegate());
        return callers;
    }

    private static void row(
            MatrixRoute route,
            Places places,
            Map<String, Client> callers,
            Map<String, Map<String, List<String>>> sections,
            List<String> faults) {
        List<String> cells = new ArrayList<>();
        callers.forEach((name, client) -> cells.add(cell(route, places, name, client, faults)));
        sections.computeIfAbsent(route.section(), key -> new TreeMap<>())
                .put(route.method() + " " + route.template(), cells);
    }

    private static String cell(MatrixRoute route, Places places, String name, Client client, List<String> faults) {
        if (route.skipped()) {
            return "—";
        }
        List<String> outcomes = new ArrayList<>();
        for (Places.Where where : route.places()) {
            String outcome = outcome(route, route.path(places, where), name, client, faults);
            if (where == Places.Where.OTHER_TENANT && outcome.equals("oui")) {
                faults.add(route + " is open to " + name + " with an id of another ENT");
            }
            outcomes.add(outcome);
        }
        return outcomes.stream().distinct().count() == 1 ? outcomes.get(0) : String.join("/", outcomes);
    }

    /** A page makes one statement for all its decisions; a change of rights reads them once more, in its own transaction. */
    private static long readings() {
        return ent.server().get(Standings.class).readings();
    }

    private static String outcome(MatrixRoute route, String path, String name, Client client, List<String> faults) {
        long before = readings();
        var answer = route.call(client, path);
        long decided = readings() - before;
        if (decided > (route.reads() ? 1 : 2)) {
            faults.add(route + " asks " + decided + " times for what its decisions rest on, for " + name);
        }
        int status = answer.status();
        if (status >= 500) {
            faults.add(route + " answers " + status + " to " + name);
        }
        if (status == 401 || (status == 303 && answer.location().contains("/connexion"))) {
            return "connexion";
        }
        return switch (status) {
            case 403 -> "non";
            case 404 -> "absent";
            case 400, 409, 413, 415, 422 -> "saisie";
            default -> status < 400 ? "oui" : Integer.toString(status);
        };
    }
}
