package fr.preau.server.convention;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How each service stands in each school, for people to see. What runs is read from the openings; this only says why the rest does
 * not. Immutable.
 *
 * @param services the columns
 * @param rows the schools
 */
public record Grid(List<ServiceLine> services, List<Row> rows) {
    /** A school; a cell for each service, in their order. */
    public record Row(SchoolChoice school, List<Cell> cells) {}

    /** {@code since}: when it opened or will; null in the other states. */
    public record Cell(State state, @Nullable Instant since) {}

    /** How a service stands in a school. */
    public enum State {
        /** It runs. */
        OPEN("circle-check"),
        /** A party has stopped it. */
        STOPPED("octagon-pause"),
        /** It will run from a known moment on. */
        PLANNED("calendar-clock"),
        /** A party of that school has yet to sign for it. */
        UNSIGNED("pen-line"),
        /** Signed; no deployment that both sides accepted has reached the school. */
        WAITING("circle-dashed");

        private final String icon;

        State(String icon) {
            this.icon = icon;
        }

        /** Its picture: the name of a Lucide icon. */
        public String icon() {
            return icon;
        }
    }

    /** Of the schools, under a version, at a moment. */
    public static Grid of(
            Text text, List<SchoolChoice> schools, List<Opening> openings, List<StopLine> stops, Instant now) {
        List<Row> rows = new ArrayList<>();
        for (SchoolChoice school : schools) {
            rows.add(new Row(
                    school,
                    text.services().stream()
                            .map(service -> cell(text, service, school, openings, stops, now))
                            .toList()));
        }
        return new Grid(text.services(), rows);
    }

    private static Cell cell(
            Text text,
            ServiceLine service,
            SchoolChoice school,
            List<Opening> openings,
            List<StopLine> stops,
            Instant now) {
        Opening next = openings.stream()
                .filter(opening -> opening.pluginId().equals(service.pluginId())
                        && opening.schoolId().equals(school.id())
                        && (opening.until() == null || opening.until().isAfter(now)))
                .min(Comparator.comparing(Opening::since))
                .orElse(null);
        if (next != null && !next.since().isAfter(now)) {
            return new Cell(State.OPEN, next.since());
        }
        boolean unsigned = text.missing(service).stream()
                .anyMatch(party -> party.insee() == null || party.insee().equals(school.insee()));
        if (!unsigned && stops.stream().anyMatch(stop -> stops(stop, service, school, now))) {
            return new Cell(State.STOPPED, null);
        }
        if (next != null) {
            return new Cell(State.PLANNED, next.since());
        }
        return new Cell(unsigned ? State.UNSIGNED : State.WAITING, null);
    }

    private static boolean stops(StopLine stop, ServiceLine service, SchoolChoice school, Instant now) {
        return stop.holds(now)
                && stop.fromProfile().isEmpty()
                && (stop.pluginId().isEmpty() || stop.pluginId().equals(service.pluginId()))
                && (stop.schoolId() == null || stop.schoolId().equals(school.id()));
    }
}
