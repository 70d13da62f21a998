package fr.preau.server.http;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.Ui;
import gg.jte.Content;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What templates ask for, for one page. */
final class HtmlUi implements Ui {
    /** For pages shown before sign-in. */
    private static final Caller NOBODY = new Caller(new UUID(0, 0), 0, "", Profile.GUEST, "", "", false);

    private static final String APPS = "/apps/";

    private final Place place;
    private final Icons icons;
    private final Clock clock;
    private final @Nullable Caller caller;

    /**
     * Where the templates come from.
     *
     * @param root the path below which links go: {@code /} or {@code /apps/cantine/}
     * @param texts the texts
     * @param assets the static files
     * @param rights which rights the caller holds there
     */
    record Place(String root, Texts texts, Assets assets, Predicate<String> rights) {}

    HtmlUi(Place place, Icons icons, Clock clock, @Nullable Caller caller) {
        this.place = place;
        this.icons = icons;
        this.clock = clock;
        this.caller = caller;
    }

    @Override
    public String t(String key, Object... arguments) {
        return place.texts().get(key, arguments);
    }

    @Override
    public String date(LocalDate date) {
        return FrenchDates.relative(date, today());
    }

    @Override
    public String day(LocalDate date) {
        return FrenchDates.day(date);
    }

    @Override
    public String moment(Temporal moment) {
        return FrenchDates.moment(moment, today(), clock.getZone());
    }

    @Override
    public String link(String path) {
        return place.root() + path;
    }

    @Override
    public String asset(String path) {
        return place.assets().address(path);
    }

    @Override
    public Content icon(String name) {
        return icons.get(name);
    }

    @Override
    public Caller caller() {
        return caller == null ? NOBODY : caller;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public boolean may(String right) {
        return place.rights().test(right);
    }

    @Override
    public String whoMay(String right, UUID about) {
        if (!place.root().startsWith(APPS) || !(caller().administrator() || caller().is(Profile.HEAD))) {
            return "";
        }
        String plugin = place.root().substring(APPS.length(), place.root().length() - 1);
        return "/console/qui-peut?droit=" + plugin + "." + right + "&lieu=" + about;
    }
}
