package fr.preau.server.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.server.convention.Agreement.Party;
import fr.preau.server.convention.Agreement.School;
import fr.preau.server.convention.Agreement.Service;
import fr.preau.server.convention.Agreement.Signature;
import fr.preau.server.convention.Agreement.Stop;
import fr.preau.server.convention.Agreement.Version;
import fr.preau.server.convention.Agreement.Wave;
import fr.preau.server.db.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** The rule of openings, against a plain reading of it at sampled moments. */
class OpeningsPropertiesTest {
    private static final List<String> PLUGINS = List.of("blog", "cantine", "liaison");
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    private Random random = new Random();

    @Property(tries = 400)
    void openings_are_what_the_rule_says(@ForAll long seed) {
        random = new Random(seed);
        Agreement agreement = agreement();
        List<Opening> openings = Openings.of(agreement);
        for (String plugin : PLUGINS) {
            for (School school : agreement.schools()) {
                for (int hour = -24; hour < 24 * 70; hour += 7) {
                    Instant at = moment(hour);
                    boolean open = openings.stream()
                            .anyMatch(each -> each.pluginId().equals(plugin)
                                    && each.schoolId().equals(school.id())
                                    && !at.isBefore(each.since())
                                    && (each.until() == null || at.isBefore(each.until())));
                    assertThat(open)
                            .as("%s in %s at %s", plugin, school, at)
                            .isEqualTo(plain(agreement, plugin, school, at));
                }
            }
        }
    }

    /** The rule, read plainly. */
    private static boolean plain(Agreement agreement, String plugin, School school, Instant at) {
        LocalDate day = at.atZone(Database.ZONE).toLocalDate();
        Version reigning = null;
        for (Version version : agreement.versions()) {
            if (version.completeAt() != null && !at.isBefore(version.completeAt()) && !day.isBefore(version.begins())) {
                reigning = version;
            }
        }
        if (reigning == null || (reigning.ends() != null && !day.isBefore(reigning.ends()))) {
            return false;
        }
        int number = reigning.number();
        Service service = agreement.services().stream()
                .filter(each -> each.version() == number && each.pluginId().equals(plugin))
                .findFirst()
                .orElse(null);
        return service != null
                && signed(agreement, service, school, at)
                && deployed(agreement, service, school, at, day)
                && agreement.stops().stream().noneMatch(stop -> stops(stop, plugin, school, at));
    }

    private static boolean signed(Agreement agreement, Service service, School school, Instant at) {
        for (Side side : Side.of(service.authority())) {
            int needed = 0;
            for (Party party : agreement.parties()) {
                if (party.side() == side
                        && party.sinceVersion() <= service.version()
                        && (party.insee() == null || party.insee().equals(school.insee()))) {
                    needed++;
                    if (agreement.signatures().stream()
                            .noneMatch(each -> each.version() == service.version()
                                    && each.pluginId().equals(service.pluginId())
                                    && each.partyId().equals(party.id())
                                    && !at.isBefore(each.signedAt()))) {
                        return false;
                    }
                }
            }
            if (needed == 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean deployed(Agreement agreement, Service service, School school, Instant at, LocalDate day) {
        return agreement.waves().stream()
                .filter(wave -> wave.schools().contains(school.id()))
                .filter(wave -> wave.pluginId().isEmpty() || wave.pluginId().equals(service.pluginId()))
                .filter(wave -> !day.isBefore(wave.since()))
                .filter(wave -> wave.withdrawnAt() == null || at.isBefore(wave.withdrawnAt()))
                .anyMatch(wave -> {
                    Set<Side> needed = new HashSet<>(
                            wave.pluginId().isEmpty() ? List.of(Side.values()) : Side.of(service.authority()));
                    if (wave.educationAt() != null && !at.isBefore(wave.educationAt())) {
                        needed.remove(Side.EDUCATION_NATIONALE);
                    }
                    if (wave.collectiviteAt() != null && !at.isBefore(wave.collectiviteAt())) {
                        needed.remove(Side.COLLECTIVITE);
                    }
                    return needed.isEmpty();
                });
    }

    private static boolean stops(Stop stop, String plugin, School school, Instant at) {
        return (stop.pluginId().isEmpty() || stop.pluginId().equals(plugin))
                && (stop.schoolId() == null || stop.schoolId().equals(school.id()))
                && !at.isBefore(stop.since())
                && (stop.until() == null || at.isBefore(stop.until()))
                && (stop.liftedAt() == null || at.isBefore(stop.liftedAt()));
    }

    private Agreement agreement() {
        List<School> schools = List.of(new School(new UUID(1, 1), "77001"), new School(new UUID(1, 2), "77002"));
        List<Party> parties = new ArrayList<>();
        for (int i = 0; i < 2 + random.nextInt(3); i++) {
            parties.add(new Party(
                    new UUID(2, i),
                    i == 0 ? Side.EDUCATION_NATIONALE : i == 1 ? Side.COLLECTIVITE : any(List.of(Side.values())),
                    random.nextInt(3) == 0 ? any(List.of("77001", "77002")) : null,
                    1 + random.nextInt(2)));
        }
        List<Version> versions = new ArrayList<>();
        List<Service> services = new ArrayList<>();
        List<Signature> signatures = new ArrayList<>();
        for (int number = 1; number <= 1 + random.nextInt(3); number++) {
            LocalDate begins = day();
            versions.add(new Version(
                    number, maybe(), begins, random.nextBoolean() ? null : begins.plusDays(1 + random.nextInt(40))));
            for (String plugin : PLUGINS) {
                if (random.nextInt(4) > 0) {
                    services.add(new Service(number, plugin, any(List.of(Authority.values()))));
                    for (Party party : parties) {
                        if (random.nextInt(5) > 0) {
                            signatures.add(new Signature(number, plugin, party.id(), moment(random.nextInt(600))));
                        }
                    }
                }
            }
        }
        List<Wave> waves = new ArrayList<>();
        List<Stop> stops = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            waves.add(new Wave(
                    random.nextInt(2) == 0 ? "" : any(PLUGINS), day(), maybe(), maybe(), later(), someOf(schools)));
            Instant since = moment(random.nextInt(1200));
            stops.add(new Stop(
                    random.nextInt(3) == 0 ? "" : any(PLUGINS),
                    random.nextBoolean() ? null : any(schools).id(),
                    since,
                    random.nextBoolean() ? null : since.plus(1 + random.nextInt(300), ChronoUnit.HOURS),
                    random.nextBoolean() ? null : since.plus(1 + random.nextInt(300), ChronoUnit.HOURS)));
        }
        return new Agreement(parties, versions, services, signatures, waves, stops, schools);
    }

    private Set<UUID> someOf(List<School> schools) {
        return random.nextInt(3) == 0
                ? Set.of(schools.get(0).id(), schools.get(1).id())
                : Set.of(any(schools).id());
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Instant moment(int hour) {
        return START.atStartOfDay(Database.ZONE).toInstant().plus(hour, ChronoUnit.HOURS);
    }

    private LocalDate day() {
        return START.plusDays(random.nextInt(50));
    }

    private @Nullable Instant maybe() {
        return random.nextInt(5) == 0 ? null : moment(random.nextInt(800));
    }

    private @Nullable Instant later() {
        return random.nextInt(3) == 0 ? moment(400 + random.nextInt(1200)) : null;
    }
}
