package fr.preau.server.convention;

import com.google.common.collect.Range;
import com.google.common.collect.RangeSet;
import com.google.common.collect.TreeRangeSet;
import fr.preau.server.convention.Agreement.Party;
import fr.preau.server.convention.Agreement.School;
import fr.preau.server.convention.Agreement.Service;
import fr.preau.server.convention.Agreement.Stop;
import fr.preau.server.convention.Agreement.Version;
import fr.preau.server.convention.Agreement.Wave;
import fr.preau.server.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When each service runs in each school: while a version of the convention that lists it reigns, from the moment when all who
 * are in authority for that school have signed for it, once a wave has brought it to the school, and unless a party stopped it.
 * A pure function of the {@link Agreement}; the one place where this rule is written.
 */
public final class Openings {
    private final Agreement agreement;

    private Openings(Agreement agreement) {
        this.agreement = agreement;
    }

    /** The openings of an agreement, past and future ones too, by service, school and time. */
    public static List<Opening> of(Agreement agreement) {
        return new Openings(agreement).all();
    }

    private List<Opening> all() {
        List<Opening> openings = new ArrayList<>();
        List<String> plugins = agreement.services().stream()
                .map(Service::pluginId)
                .distinct()
                .sorted()
                .toList();
        for (String plugin : plugins) {
            for (School school : agreement.schools()) {
                for (Range<Instant> range : open(plugin, school).asRanges()) {
                    openings.add(new Opening(
                            plugin,
                            school.id(),
                            range.lowerEndpoint(),
                            range.hasUpperBound() ? range.upperEndpoint() : null));
                }
            }
        }
        return openings;
    }

    private RangeSet<Instant> open(String plugin, School school) {
        RangeSet<Instant> open = TreeRangeSet.create();
        for (Service service : agreement.services()) {
            if (service.pluginId().equals(plugin)) {
                Range<Instant> signed = signed(service, school);
                if (signed != null) {
                    RangeSet<Instant> deployed = deployed(service, school);
                    open.addAll(deployed.subRangeSet(signed));
                }
            }
        }
        for (Stop stop : agreement.stops()) {
            if ((stop.pluginId().isEmpty() || stop.pluginId().equals(plugin))
                    && (stop.schoolId() == null || stop.schoolId().equals(school.id()))) {
                Range<Instant> stopped = range(stop.since(), earliest(stop.until(), stop.liftedAt()));
                if (stopped != null) {
                    open.remove(stopped);
                }
            }
        }
        return open;
    }

    /** While the service's version reigns, from the last signature that is needed; null if never. */
    private @Nullable Range<Instant> signed(Service service, School school) {
        Range<Instant> reign = reign(service.version());
        if (reign == null) {
            return null;
        }
        Instant last = reign.lowerEndpoint();
        for (Side side : Side.of(service.authority())) {
            List<Party> needed = agreement.parties().stream()
                    .filter(party -> party.side() == side && party.speaksFor(school, service.version()))
                    .toList();
            if (needed.isEmpty()) {
                return null;
            }
            for (Party party : needed) {
                Instant at = signedAt(service, party);
                if (at == null) {
                    return null;
                }
                last = at.isAfter(last) ? at : last;
            }
        }
        return range(last, reign.hasUpperBound() ? reign.upperEndpoint() : null);
    }

    private @Nullable Instant signedAt(Service service, Party party) {
        return agreement.signatures().stream()
                .filter(signature -> signature.version() == service.version()
                        && signature.pluginId().equals(service.pluginId())
                        && signature.partyId().equals(party.id()))
                .map(Agreement.Signature::signedAt)
                .findFirst()
                .orElse(null);
    }

    /** A version reigns from its first day, once all have signed it, until its end or until a later one reigns. */
    private @Nullable Range<Instant> reign(int number) {
        Version version = agreement.versions().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElse(null);
        Instant since = version == null ? null : reigns(version);
        if (version == null || since == null) {
            return null;
        }
        Stream<Instant> ends = version.ends() == null ? Stream.empty() : Stream.of(midnight(version.ends()));
        Stream<Instant> later = agreement.versions().stream()
                .filter(each -> each.number() > number)
                .flatMap(each -> Stream.ofNullable(reigns(each)));
        return range(
                since, Stream.concat(ends, later).min(Comparator.naturalOrder()).orElse(null));
    }

    private static @Nullable Instant reigns(Version version) {
        Instant complete = version.completeAt();
        return complete == null ? null : latest(complete, midnight(version.begins()));
    }

    private RangeSet<Instant> deployed(Service service, School school) {
        RangeSet<Instant> deployed = TreeRangeSet.create();
        for (Wave wave : agreement.waves()) {
            if (wave.schools().contains(school.id())
                    && (wave.pluginId().isEmpty() || wave.pluginId().equals(service.pluginId()))) {
                Instant accepted = accepted(wave, service);
                if (accepted != null) {
                    Range<Instant> range = range(latest(accepted, midnight(wave.since())), wave.withdrawnAt());
                    if (range != null) {
                        deployed.add(range);
                    }
                }
            }
        }
        return deployed;
    }

    /** A wave of all services needs both sides; one of a single service those who are in authority for it. */
    private static @Nullable Instant accepted(Wave wave, Service service) {
        Instant accepted = Instant.MIN;
        List<Side> sides = wave.pluginId().isEmpty() ? List.of(Side.values()) : Side.of(service.authority());
        for (Side side : sides) {
            Instant at = side == Side.EDUCATION_NATIONALE ? wave.educationAt() : wave.collectiviteAt();
            if (at == null) {
                return null;
            }
            accepted = latest(accepted, at);
        }
        return accepted;
    }

    private static @Nullable Range<Instant> range(Instant since, @Nullable Instant until) {
        if (until == null) {
            return Range.atLeast(since);
        }
        return since.isBefore(until) ? Range.closedOpen(since, until) : null;
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(Database.ZONE).toInstant();
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant earliest(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
