package fr.preau.testkit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium or Chrome, started once for the JVM, at first use. Playwright wants one thread at a time. */
final class Chromium {
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");

    private static @Nullable Browser browser;

    private Chromium() {}

    /** The browser. Without one the test is skipped and says why; where {@code CI} is set it fails. */
    static synchronized Browser start() {
        Browser running = browser;
        if (running != null) {
            return running;
        }
        Path program = find().orElse(null);
        if (program == null) {
            String why = "no Chromium nor Chrome on this machine: install one, or name it in CHROME";
            if (System.getenv("CI") != null) {
                return Assertions.fail(why);
            }
            return Assumptions.abort(why);
        }
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser started = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "preau-test-browser"));
        browser = started;
        return started;
    }

    private static Optional<Path> find() {
        Stream<Path> named = Stream.of("CHROME", "CHROMIUM")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .filter(path -> !path.isBlank())
                .map(Path::of);
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "/usr/bin");
        Stream<Path> installed = PROGRAMS.stream()
                .flatMap(program ->
                        Stream.of(path.split(java.io.File.pathSeparator, -1)).map(folder -> Path.of(folder, program)));
        Stream<Path> macOs = Stream.of(
                Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
                Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));
        return Stream.of(named, installed, macOs)
                .flatMap(candidates -> candidates)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
