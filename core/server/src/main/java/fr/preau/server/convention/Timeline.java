package fr.preau.server.convention;

import fr.preau.server.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The agreement in the order of its days: signed, deployed, stopped, amended, ending. Immutable.
 *
 * @param past what was, oldest first; today's too
 * @param coming what is agreed for later
 */
public record Timeline(List<Event> past, List<Event> coming) {
    /**
     * Something that happened or will.
     *
     * @param at when; of a day, its first moment
     * @param kind what; its text is {@code timeline.<kind>}
     * @param params what the text says, in its order
     */
    public record Event(Instant at, Kind kind, List<String> params) {
        /** Its day. */
        public LocalDate day() {
            return LocalDate.ofInstant(at, Database.ZONE);
        }
    }

    /** What happens to an agreement. */
    public enum Kind {
        /** A version was proposed, and waits for signatures. */
        PROPOSED,
        /** All parties have signed a version. */
        SIGNED,
        /** A version's first day. */
        BEGINS,
        /** A version's end. */
        ENDS,
        /** Pilot schools begin. */
        PILOT,
        /** Schools begin. */
        WAVE,
        /** Schools would begin, if both sides accepted. */
        ASKED,
        /** A party stopped something. */
        STOPPED,
        /** A stop is over. */
        LIFTED
    }

    /**
     * Of an agreement.
     *
     * @param titles the services' titles, by plugin
     */
    public static Timeline of(
            List<VersionLine> versions,
            List<WaveLine> waves,
            List<StopLine> stops,
            Map<String, String> titles,
            LocalDate today) {
        List<Event> events = new ArrayList<>();
        versions.forEach(line -> version(line, versions, events));
        waves.stream().filter(wave -> wave.withdrawnBy() == null).forEach(wave -> events.add(wave(wave)));
        stops.forEach(stop -> stop(stop, titles, events));
        events.sort(Comparator.comparing(Event::at));
        return new Timeline(
                events.stream().filter(event -> !event.day().isAfter(today)).toList(),
                events.stream().filter(event -> event.day().isAfter(today)).toList());
    }

    private static void version(VersionLine line, List<VersionLine> versions, List<Event> events) {
        String number = Integer.toString(line.version());
        Instant complete = line.completeAt();
        Instant proposed = line.proposedAt();
        if (complete != null) {
            events.add(new Event(complete, Kind.SIGNED, List.of(number, line.note())));
            if (first(line.begins()).isAfter(complete)) {
                events.add(new Event(first(line.begins()), Kind.BEGINS, List.of(number)));
            }
            LocalDate ends = line.ends();
            boolean followed = versions.stream().anyMatch(next -> next.version() > line.version() && next.isComplete());
            if (ends != null && !followed) {
                events.add(new Event(first(ends), Kind.ENDS, List.of(number)));
            }
        } else if (line.isProposed() && proposed != null) {
            events.add(new Event(proposed, Kind.PROPOSED, List.of(number, line.proposedBy())));
        }
    }

    private static Event wave(WaveLine wave) {
        boolean agreed = wave.acceptedBy(Side.EDUCATION_NATIONALE) && wave.acceptedBy(Side.COLLECTIVITE);
        Kind kind = !agreed ? Kind.ASKED : wave.pilot() ? Kind.PILOT : Kind.WAVE;
        Instant at = later(first(wave.since()), agreed ? wave.educationAt() : wave.proposedAt());
        at = later(at, agreed ? wave.collectiviteAt() : null);
        return new Event(at, kind, List.of(wave.name(), String.join(", ", wave.schools())));
    }

    private static void stop(StopLine stop, Map<String, String> titles, List<Event> events) {
        String what = titles.getOrDefault(stop.pluginId(), stop.pluginId());
        List<String> params = List.of(what, stop.schoolName(), stop.partyName());
        events.add(new Event(stop.since(), Kind.STOPPED, params));
        Instant over = stop.liftedAt() == null ? stop.until() : stop.liftedAt();
        if (over != null) {
            events.add(new Event(over, Kind.LIFTED, params));
        }
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private static Instant first(LocalDate day) {
        return day.atStartOfDay(Database.ZONE).toInstant();
    }
}
