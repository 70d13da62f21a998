package fr.preau.server.convention;

import fr.preau.server.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
     * @param day when
     * @param kind what; its text is {@code timeline.<kind>}
     * @param params what the text says, in its order
     */
    public record Event(LocalDate day, Kind kind, List<String> params) {}

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
        events.sort(Comparator.comparing(Event::day));
        return new Timeline(
                events.stream().filter(event -> !event.day().isAfter(today)).toList(),
                events.stream().filter(event -> event.day().isAfter(today)).toList());
    }

    private static void version(VersionLine line, List<VersionLine> versions, List<Event> events) {
        String number = Integer.toString(line.version());
        Instant complete = line.completeAt();
        Instant proposed = line.proposedAt();
        if (complete != null) {
            LocalDate signed = day(complete);
            events.add(new Event(signed, Kind.SIGNED, List.of(number, line.note())));
            if (line.begins().isAfter(signed)) {
                events.add(new Event(line.begins(), Kind.BEGINS, List.of(number)));
            }
            LocalDate ends = line.ends();
            boolean followed = versions.stream().anyMatch(next -> next.version() > line.version() && next.isComplete());
            if (ends != null && !followed) {
                events.add(new Event(ends, Kind.ENDS, List.of(number)));
            }
        } else if (line.isProposed() && proposed != null) {
            events.add(new Event(day(proposed), Kind.PROPOSED, List.of(number, line.proposedBy())));
        }
    }

    private static Event wave(WaveLine wave) {
        boolean agreed = wave.acceptedBy(Side.EDUCATION_NATIONALE) && wave.acceptedBy(Side.COLLECTIVITE);
        Kind kind = !agreed ? Kind.ASKED : wave.pilot() ? Kind.PILOT : Kind.WAVE;
        return new Event(wave.since(), kind, List.of(wave.name(), String.join(", ", wave.schools())));
    }

    private static void stop(StopLine stop, Map<String, String> titles, List<Event> events) {
        String what = titles.getOrDefault(stop.pluginId(), stop.pluginId());
        List<String> params = List.of(what, stop.schoolName(), stop.partyName());
        events.add(new Event(day(stop.since()), Kind.STOPPED, params));
        Instant over = stop.liftedAt() == null ? stop.until() : stop.liftedAt();
        if (over != null) {
            events.add(new Event(day(over), Kind.LIFTED, params));
        }
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Database.ZONE);
    }
}
