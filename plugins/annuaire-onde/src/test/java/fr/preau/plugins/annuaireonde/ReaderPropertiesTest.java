package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.preau.api.directory.DirectoryReading.Guardian;
import fr.preau.api.directory.DirectoryReading.Origin;
import fr.preau.api.directory.DirectoryReading.Pupil;
import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What holds for every file. */
class ReaderPropertiesTest {
    private static final Origin NOWHERE = new Origin("", 0);

    /** A place in a file and what is done there. */
    record Damage(int at, int kind, byte what) {}

    private static Sheet shuffled(Sheet sheet, long seed) {
        Random random = new Random(seed);
        List<List<String>> rows = new ArrayList<>(sheet.rows());
        Collections.shuffle(rows, random);
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, sheet.headers().size()).boxed().toList());
        Collections.shuffle(order, random);
        return sheet.with(rows).columns(order);
    }

    /** Without the lines, which follow the rows. */
    private static Pupil nowhere(Pupil pupil) {
        return new Pupil(
                NOWHERE,
                pupil.name(),
                pupil.birthDate(),
                pupil.sex(),
                pupil.ine(),
                pupil.level(),
                pupil.className(),
                pupil.classExternalId(),
                pupil.addresses(),
                pupil.photoConsent());
    }

    @Property(tries = 200)
    void pupils_in_any_order_of_columns_and_rows_read_the_same(@ForAll long seed) {
        Reading reading = Reading.of(shuffled(OndeFiles.pupils(), seed));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupils().stream().map(ReaderPropertiesTest::nowhere))
                .containsExactlyInAnyOrderElementsOf(Reading.of(OndeFiles.pupils()).pupils().stream()
                        .map(ReaderPropertiesTest::nowhere)
                        .toList());
    }

    @Property(tries = 100)
    void old_pupils_and_teachers_too(@ForAll long seed) {
        Reading reading = Reading.of(
                shuffled(OndeFiles.oldPupils(), seed).upload("eleves.csv"),
                shuffled(OndeFiles.teachers(), seed).upload("enseignants.csv"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupils().stream().map(ReaderPropertiesTest::nowhere))
                .containsExactlyInAnyOrderElementsOf(Reading.of(OndeFiles.oldPupils()).pupils().stream()
                        .map(ReaderPropertiesTest::nowhere)
                        .toList());
        assertThat(reading.teachers())
                .extracting(teacher -> teacher.name().first(), teacher -> teacher.classNames())
                .containsExactlyInAnyOrder(tuple("Camille", List.of("CP-A")), tuple("Sacha", List.of("CE1-B")));
    }

    /** The four columns about a child belong together by their repetition: each kind keeps its own order. */
    @Property(tries = 200)
    void guardians_in_any_order_of_columns_read_the_same(@ForAll long seed) {
        Sheet sheet = OndeFiles.guardians();
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, sheet.headers().size()).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        List<Integer> stable = new ArrayList<>(order);
        for (int i = 0; i < order.size(); i++) {
            String header = sheet.headers().get(order.get(i));
            List<Integer> same = order.stream()
                    .filter(index -> sheet.headers().get(index).equals(header))
                    .sorted()
                    .toList();
            int before = (int) order.subList(0, i).stream()
                    .filter(index -> sheet.headers().get(index).equals(header))
                    .count();
            stable.set(i, same.get(before));
        }
        Reading reading = Reading.of(sheet.columns(stable));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.guardians()).isEqualTo(Reading.of(sheet).guardians());
    }

    @Property(tries = 300)
    void any_bytes_are_read_or_refused_but_never_break(@ForAll @Size(max = 400) byte[] content) {
        assertLocated(Reading.of(content), content);
    }

    @Property(tries = 1000)
    void a_damaged_file_is_read_or_refused_and_every_problem_says_where(
            @ForAll("files") byte[] file, @ForAll("damages") List<Damage> damages) {
        byte[] content = damaged(file, damages);
        assertLocated(Reading.of(content), content);
    }

    @Property(tries = 200)
    void a_name_comes_out_as_it_went_in(
            @ForAll("names") String last, @ForAll("names") String first, @ForAll @IntRange(max = 3) int writing) {
        List<Charset> charsets = List.of(
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_8,
                StandardCharsets.UTF_16,
                Charset.forName("windows-1252"));
        Charset charset = charsets.get(writing);
        Sheet sheet = Sheet.of("Nom responsable;Prénom responsable;Nom de famille enfant;Prénom enfant;Classes enfants")
                .row(List.of(last, first, last, first, "CP"));
        Guardian guardian = Reading.of(sheet.bytes(charset)).guardian();
        assertThat(guardian.name().last()).isEqualTo(last);
        assertThat(guardian.name().first()).isEqualTo(first);
        assertThat(guardian.children().get(0).name()).isEqualTo(guardian.name());
    }

    private static void assertLocated(Reading reading, byte[] content) {
        long lines = 2;
        for (byte each : content) {
            lines += each == '\n' || each == '\r' ? 1 : 0;
        }
        for (Problem problem : reading.result().problems()) {
            assertThat(problem.file()).isEqualTo("essai.csv");
            assertThat(problem.message()).isNotBlank().doesNotContain("Exception", "null");
            assertThat((long) problem.line()).isBetween(0L, lines);
            if (problem.severity() == Severity.LINE || !problem.column().isEmpty()) {
                assertThat(problem.line()).isPositive();
            }
        }
        boolean said = reading.result().pupils() != null
                || reading.result().guardians() != null
                || reading.result().teachers() != null;
        assertThat(said || !reading.result().problems().isEmpty()).isTrue();
    }

    private static byte[] damaged(byte[] file, List<Damage> damages) {
        byte[] content = file;
        for (Damage damage : damages) {
            ByteArrayOutputStream next = new ByteArrayOutputStream();
            int at = damage.at() % (content.length + 1);
            next.write(content, 0, at);
            int skip = 0;
            switch (damage.kind()) {
                case 0 -> next.write(damage.what());
                case 1 -> skip = 1;
                case 2 -> {
                    next.write(damage.what());
                    skip = 1;
                }
                default -> skip = 1 + (damage.what() & 0xFF);
            }
            int from = Math.min(content.length, at + skip);
            next.write(content, from, content.length - from);
            content = next.toByteArray();
        }
        return content;
    }

    @Provide
    Arbitrary<byte[]> files() {
        return Arbitraries.of(
                OndeFiles.pupils().bytes(StandardCharsets.ISO_8859_1),
                OndeFiles.oldPupils().bytes(StandardCharsets.UTF_8),
                OndeFiles.guardians().bytes(StandardCharsets.UTF_8),
                OndeFiles.guardians().text(',', "\n", false).getBytes(StandardCharsets.ISO_8859_1),
                OndeFiles.teachers().bytes(StandardCharsets.UTF_16));
    }

    @Provide
    Arbitrary<List<Damage>> damages() {
        Arbitrary<Byte> bytes = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.of((byte) '"', (byte) ';', (byte) '\n', (byte) '\r', (byte) ',')),
                Tuple.of(1, Arbitraries.bytes()));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2000),
                        Arbitraries.integers().between(0, 3),
                        bytes)
                .as(Damage::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> letters = Arbitraries.strings()
                .withChars("abcxyzABCXYZéèêëàâçîïôöùûüÿÉÈÀÇÎÔÜñÑ")
                .ofMinLength(1)
                .ofMaxLength(12);
        Arbitrary<String> between = Arbitraries.of("", " ", "-", "'", "; ", "\"", ", ");
        return Combinators.combine(letters, between, letters).as((a, b, c) -> a + b + c);
    }
}
