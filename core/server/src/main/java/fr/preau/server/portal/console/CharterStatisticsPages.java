package fr.preau.server.portal.console;

import fr.preau.api.web.Page;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.Statistics;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.CharterStatistics;
import fr.preau.server.portal.view.CharterWaiting;
import fr.preau.server.portal.view.Choice;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far people are with their charters: by school, who is missing, as CSV. Thread-safe. */
@Singleton
@Path("console/charte")
@Needs(Who.ADMINISTRATORS)
public final class CharterStatisticsPages implements CoreResource {
    private static final int A_PAGE = 50;
    private static final UUID NOBODY = new UUID(0, 0);
    /** In addresses: people of no school. */
    private static final String NOWHERE = "aucune";
    /** So that spreadsheets take it for UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Statistics statistics;
    private final ClassDao classes;
    private final Layout layout;

    @Inject
    CharterStatisticsPages(Database database, Layout layout) {
        this.statistics = database.core().dao(Statistics.class);
        this.classes = database.core().dao(ClassDao.class);
        this.layout = layout;
    }

    /** By school and audience. */
    @GET
    @Path("statistiques")
    public Page bySchool() {
        Map<String, List<Statistics.Line>> bySchool = statistics.bySchool().stream()
                .collect(Collectors.groupingBy(line -> idOf(line.schoolId()), LinkedHashMap::new, Collectors.toList()));
        List<CharterStatistics.School> schools = new ArrayList<>();
        bySchool.forEach((id, lines) ->
                schools.add(new CharterStatistics.School(id, lines.get(0).school(), lines)));
        return Page.of(layout.coreUi().t("charters.statistics.title"), "console/charter-statistics.jte")
                .with("view", new CharterStatistics(schools));
    }

    private static String idOf(@Nullable UUID school) {
        return school == null ? NOWHERE : school.toString();
    }

    /** The same for a spreadsheet: semicolons and UTF-8, as French ones read it. */
    @GET
    @Path("statistiques.csv")
    @Produces("text/csv;charset=utf-8")
    public Response csv() {
        Ui ui = layout.coreUi();
        String head = ui.t("charters.csv");
        String lines = statistics.bySchool().stream()
                .map(line -> Stream.of(
                                line.school().isEmpty() ? ui.t("charters.noschool") : line.school(),
                                line.uai(),
                                ui.t(line.audience().key() + ".for"),
                                line.accepted(),
                                line.waiting(),
                                line.total(),
                                line.paper())
                        .map(CharterStatisticsPages::cell)
                        .collect(Collectors.joining(";", "", "\r\n")))
                .collect(Collectors.joining());
        return Response.ok(BYTE_ORDER_MARK + head + "\r\n" + lines)
                .header("Content-Disposition", "attachment; filename=\"charte.csv\"")
                .build();
    }

    /** In quotes; an apostrophe keeps a spreadsheet from taking a name for a formula. */
    private static String cell(Object value) {
        String text = value.toString().replace("\"", "\"\"");
        return value instanceof Number ? text : "\"" + (text.matches("(?s)[=+\\-@\t\r].*") ? "'" : "") + text + "\"";
    }

    /** Who has still to accept. */
    @GET
    @Path("attente")
    public Page waiting(
            @QueryParam("ecole") @DefaultValue("") String school,
            @QueryParam("public") @DefaultValue("") String slug,
            @QueryParam("page") @DefaultValue("1") String page) {
        Ui ui = layout.coreUi();
        int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        Audience audience = Audience.of(slug).orElse(null);
        List<Choice> schools = new ArrayList<>(classes.schools(true, NOBODY).stream()
                .map(each -> new Choice(each.id().toString(), each.name()))
                .toList());
        schools.add(new Choice(NOWHERE, ui.t("charters.noschool")));
        String chosen = schools.stream().anyMatch(each -> each.value().equals(school)) ? school : "";
        boolean nowhere = chosen.equals(NOWHERE);
        List<Statistics.Waiting> people = statistics.waiting(
                chosen.isEmpty() || nowhere ? null : UUID.fromString(chosen),
                nowhere,
                audience == null ? "" : audience.name(),
                A_PAGE,
                (number - 1) * A_PAGE);
        int total = people.isEmpty() ? 0 : people.get(0).total();
        CharterWaiting view = new CharterWaiting(
                chosen,
                audience == null ? "" : audience.slug(),
                schools,
                List.of(Audience.values()),
                people,
                total,
                number,
                Math.max(1, (total + A_PAGE - 1) / A_PAGE));
        return Page.of(ui.t("charters.waiting.title"), "console/charter-waiting.jte")
                .with("view", view);
    }
}
