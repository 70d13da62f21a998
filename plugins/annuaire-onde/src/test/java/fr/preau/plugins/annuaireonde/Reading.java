package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading;
import fr.preau.api.directory.DirectoryReading.Guardian;
import fr.preau.api.directory.DirectoryReading.Pupil;
import fr.preau.api.directory.DirectoryReading.Teacher;
import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import fr.preau.api.web.Upload;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the source makes of files, read on 15 September 2026.
 *
 * @param result the reading
 */
record Reading(DirectoryReading result) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final OndeSource SOURCE = new OndeSource(
            Clock.fixed(LocalDate.of(2026, 9, 15).atTime(8, 30).atZone(ZONE).toInstant(), ZONE));

    static Reading of(Upload... files) {
        return new Reading(SOURCE.read(List.of(files)));
    }

    static Reading of(Sheet sheet) {
        return of(sheet.upload("essai.csv"));
    }

    static Reading of(byte[] content) {
        return of(new Upload("essai.csv", content));
    }

    static Reading ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    List<Pupil> pupils() {
        return Objects.requireNonNull(result.pupils(), () -> "no pupils: " + problems());
    }

    List<Guardian> guardians() {
        return Objects.requireNonNull(result.guardians(), () -> "no guardians: " + problems());
    }

    List<Teacher> teachers() {
        return Objects.requireNonNull(result.teachers(), () -> "no teachers: " + problems());
    }

    Pupil pupil() {
        return one(pupils());
    }

    Guardian guardian() {
        return one(guardians());
    }

    private <T> T one(List<T> all) {
        if (all.size() != 1) {
            throw new AssertionError("not one: " + all + " " + problems());
        }
        return all.get(0);
    }

    /** The problems, each as “LINE essai.csv:3 [Prénom élève] Le prénom manque…”. */
    List<String> problems() {
        return problems(Stream.of(Severity.values()).toList());
    }

    List<String> problems(List<Severity> severities) {
        return result.problems().stream()
                .filter(problem -> severities.contains(problem.severity()))
                .map(Reading::words)
                .toList();
    }

    private static String words(Problem problem) {
        return problem.severity() + " " + problem.file() + (problem.line() > 0 ? ":" + problem.line() : "")
                + (problem.column().isEmpty() ? "" : " [" + problem.column() + "]") + " " + problem.message();
    }

    /** The one problem. */
    String problem() {
        return one(problems());
    }
}
