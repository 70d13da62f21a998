package fr.preau.server.convention;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.server.convention.Grid.State;
import fr.preau.server.convention.Timeline.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What people see of an agreement: the grid of schools and services, its days, and the words that changed. */
class AgreementViewsTest {
    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final PartyLine ACADEMY =
            new PartyLine(new UUID(1, 1), Side.EDUCATION_NATIONALE, "DSDEN", "DSDEN", null);
    private static final PartyLine HIGH = new PartyLine(new UUID(1, 2), Side.COLLECTIVITE, "COMMUNE", "Haut", "99911");
    private static final PartyLine LOW = new PartyLine(new UUID(1, 3), Side.COLLECTIVITE, "COMMUNE", "Bas", "99912");
    private static final SchoolChoice HIGH_SCHOOL = new SchoolChoice(new UUID(2, 1), "École du Haut", "Haut", "99911");
    private static final SchoolChoice LOW_SCHOOL = new SchoolChoice(new UUID(2, 2), "École du Bas", "Bas", "99912");

    private static VersionLine version(int number, String signed, String begins, String ends) {
        return new VersionLine(
                number,
                "PROPOSED",
                "RPI",
                "Convention",
                "",
                LocalDate.parse(begins),
                ends.isEmpty() ? null : LocalDate.parse(ends),
                "",
                "Ange",
                Instant.parse("2026-09-01T08:00:00Z"),
                null,
                signed.isEmpty() ? null : Instant.parse(signed),
                "",
                "");
    }

    private static StopLine stop(String plugin, SchoolChoice school) {
        return new StopLine(
                new UUID(3, 1),
                plugin,
                school.id(),
                school.name(),
                "",
                "",
                Side.COLLECTIVITE,
                "Haut",
                "Ange",
                "Essai",
                NOW.minusSeconds(60),
                null,
                null,
                null);
    }

    @Test
    void each_school_says_why_a_service_does_not_run() {
        ServiceLine service = new ServiceLine("ville", "Ville", Authority.COLLECTIVITE, "", "", "");
        ServiceLine school = new ServiceLine("ecole", "École", Authority.EDUCATION_NATIONALE, "", "", "");
        Text text = new Text(
                version(1, "2026-09-02T08:00:00Z", "2026-09-01", ""),
                List.of(),
                List.of(service, school),
                List.of(
                        new SignatureLine("ville", HIGH.id(), "Haut", "Ange", "Maire", NOW, null),
                        new SignatureLine("ecole", ACADEMY.id(), "DSDEN", "Claude", "Inspectrice", NOW, null)),
                List.of(ACADEMY, HIGH, LOW));
        List<Opening> openings = List.of(
                new Opening("ecole", LOW_SCHOOL.id(), NOW.plusSeconds(600), null),
                new Opening("ville", HIGH_SCHOOL.id(), NOW.minusSeconds(600), null));
        Grid grid = Grid.of(text, List.of(HIGH_SCHOOL, LOW_SCHOOL), openings, List.of(stop("ecole", HIGH_SCHOOL)), NOW);
        assertThat(states(grid, 0)).containsExactly(State.OPEN, State.STOPPED);
        assertThat(states(grid, 1))
                .as("the commune of that school has not signed; the other service begins later")
                .containsExactly(State.UNSIGNED, State.PLANNED);
        assertThat(states(Grid.of(text, List.of(HIGH_SCHOOL), List.of(), List.of(), NOW), 0))
                .containsExactly(State.WAITING, State.WAITING);
    }

    private static List<State> states(Grid grid, int row) {
        return grid.rows().get(row).cells().stream().map(Grid.Cell::state).toList();
    }

    @Test
    void the_days_are_in_order_and_a_superseded_end_is_no_end() {
        List<VersionLine> versions = List.of(
                version(3, "", "2027-01-01", ""),
                version(2, "2026-10-02T08:00:00Z", "2026-12-01", "2028-01-01"),
                version(1, "2026-09-02T08:00:00Z", "2026-09-01", "2027-09-01"));
        WaveLine pilot = new WaveLine(
                new UUID(4, 1),
                "Pilotes",
                true,
                "",
                LocalDate.of(2026, 9, 2),
                "Ange",
                Instant.parse("2026-09-02T09:00:00Z"),
                null,
                "Claude",
                Instant.parse("2026-09-02T10:00:00Z"),
                "Ange",
                Instant.parse("2026-09-02T09:00:00Z"),
                null,
                List.of("École du Haut"));
        Timeline timeline = Timeline.of(
                versions, List.of(pilot), List.of(stop("ville", HIGH_SCHOOL)), Map.of("ville", "Ville"), TODAY);
        assertThat(timeline.past())
                .extracting(Timeline.Event::kind)
                .containsExactlyInAnyOrder(Kind.PROPOSED, Kind.SIGNED, Kind.PILOT, Kind.SIGNED, Kind.STOPPED);
        assertThat(timeline.past().subList(1, 3))
                .as("signed at eight, accepted at ten")
                .extracting(Timeline.Event::kind)
                .containsExactly(Kind.SIGNED, Kind.PILOT);
        assertThat(timeline.coming())
                .extracting(Timeline.Event::day)
                .containsExactly(LocalDate.of(2026, 12, 1), LocalDate.of(2028, 1, 1));
    }

    @Test
    void words_that_changed_are_found() {
        Words.Difference difference = Words.between("La mairie décide seule.", "La mairie et l’école décident.");
        assertThat(difference.before())
                .containsExactly(new Words.Piece("La mairie ", false), new Words.Piece("décide seule.", true));
        assertThat(difference.after())
                .containsExactly(new Words.Piece("La mairie ", false), new Words.Piece("et l’école décident.", true));
        assertThat(Words.between("", "Tout").before()).isEmpty();
    }

    @Property(tries = 200)
    void nothing_of_a_text_is_lost(@ForAll String before, @ForAll String after) {
        Words.Difference difference = Words.between(before, after);
        assertThat(joined(difference.before())).isEqualTo(before);
        assertThat(joined(difference.after())).isEqualTo(after);
        assertThat(Words.between(before, before).after()).noneMatch(Words.Piece::changed);
    }

    private static String joined(List<Words.Piece> pieces) {
        return pieces.stream().map(Words.Piece::text).collect(Collectors.joining());
    }
}
