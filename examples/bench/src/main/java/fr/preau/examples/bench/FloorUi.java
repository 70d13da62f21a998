package fr.preau.examples.bench;

import fr.preau.api.Caller;
import fr.preau.api.web.Ui;
import fr.preau.server.Webjars;
import fr.preau.server.http.Assets;
import gg.jte.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the templates ask for, for one place (the portal or a plugin) and one fixed person: everything that can be is looked
 * up in a map. It writes what the server's own writes, to the byte. Thread-safe.
 */
final class FloorUi implements Ui {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.FRENCH);
    private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern(" uuuu", Locale.FRENCH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("' à 'H'\u00a0h\u00a0'mm", Locale.FRENCH);
    private static final Map<String, Content> icons = new ConcurrentHashMap<>();

    private final String root;
    private final FloorTexts texts;
    private final Assets files;
    private final Set<String> rights;
    private final Caller caller;
    private final Clock clock;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();

    FloorUi(String root, FloorTexts texts, Assets files, Set<String> rights, Caller caller, Clock clock) {
        this.root = root;
        this.texts = texts;
        this.files = files;
        this.rights = rights;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String t(String key, Object... arguments) {
        return texts.get(key, arguments);
    }

    @Override
    public String date(LocalDate date) {
        long days = ChronoUnit.DAYS.between(today(), date);
        if (days >= -1 && days <= 1) {
            return days == 0 ? "aujourd’hui" : days == 1 ? "demain" : "hier";
        }
        return Math.abs(days) > 240 ? day(date) + YEAR.format(date) : day(date);
    }

    @Override
    public String day(LocalDate date) {
        String text = DAY.format(date);
        return date.getDayOfMonth() == 1 ? text.replace(" 1 ", " 1er\u00a0") : text;
    }

    @Override
    public String moment(Temporal moment) {
        ZonedDateTime local = Instant.from(moment).atZone(clock.getZone());
        return date(local.toLocalDate()) + TIME.format(local);
    }

    @Override
    public String link(String path) {
        return root + path;
    }

    @Override
    public String asset(String path) {
        return addresses.computeIfAbsent(path, files::address);
    }

    @Override
    public Content icon(String name) {
        return icons.computeIfAbsent(name, FloorUi::drawn);
    }

    private static Content drawn(String name) {
        URL file = Webjars.find("lucide-static", "icons/" + name + ".svg");
        if (file == null) {
            throw new IllegalStateException("no icon " + name);
        }
        try (InputStream in = file.openStream()) {
            String svg = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String shapes = svg.substring(svg.indexOf('>', svg.indexOf("<svg")) + 1, svg.lastIndexOf("</svg>"))
                    .replaceAll("\\s*\\n\\s*", "");
            String html = "<svg class=\"icon\" aria-hidden=\"true\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" "
                    + "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\" "
                    + "stroke-linejoin=\"round\">" + shapes + "</svg>";
            return output -> output.writeContent(html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @Override
    public boolean may(String right) {
        return rights.contains(right);
    }
}
