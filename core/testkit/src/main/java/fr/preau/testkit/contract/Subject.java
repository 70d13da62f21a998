package fr.preau.testkit.contract;

import fr.preau.api.Profile;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plugin under test, as the checks share it: its routes, and what a first walk through its pages showed. */
final class Subject {
    private final EntExtension ent;
    private final String id;
    private final List<Route> routes;
    private @Nullable Crawl crawl;

    Subject(EntExtension ent, String id) {
        this.ent = ent;
        this.id = id;
        this.routes = RouteReader.routesOf(ent.plugin(id));
    }

    EntExtension ent() {
        return ent;
    }

    String id() {
        return id;
    }

    List<Route> routes() {
        return routes;
    }

    RunningPlugin plugin() {
        return ent.plugin(id);
    }

    TenantRows rows() {
        return new TenantRows(ent, id);
    }

    /** One person of each profile of the first school. */
    List<SchoolPerson> oneOfEach() {
        return oneOfEach(ent.school());
    }

    static List<SchoolPerson> oneOfEach(MadeUpSchool school) {
        return Arrays.stream(Profile.values()).map(school::one).toList();
    }

    /** The walk of everybody of the first school, made once. */
    Crawl crawl() {
        Crawl known = crawl;
        if (known == null) {
            known = walkOf(ent.school(), ent.school().people());
            crawl = known;
        }
        return known;
    }

    /** A new walk of one person of each profile. */
    Crawl walkOf(MadeUpSchool school) {
        return walkOf(school, oneOfEach(school));
    }

    /** Addresses with an open part are tried with values of the school's own rows. */
    private Crawl walkOf(MadeUpSchool school, List<SchoolPerson> people) {
        Crawl walk = new Crawl(ent, "/apps/" + id + "/");
        try (TenantRows rows = rows()) {
            Values values = rows.values(school.tenantId());
            for (SchoolPerson person : people) {
                List<String> starts = routes.stream()
                        .filter(Route::isGet)
                        .filter(route ->
                                route.holders().contains(person.profile().name()))
                        .flatMap(route -> route.isOpen()
                                ? Filling.of(route, values, walk, 4).stream().map(Call::path)
                                : java.util.stream.Stream.of(route.template()))
                        .toList();
                walk.walk(person, starts);
            }
        }
        return walk;
    }
}
