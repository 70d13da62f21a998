package fr.preau.testkit;

import fr.preau.server.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server's program, as it is typed in a terminal: a JVM of its own. Not thread-safe. */
public final class Program {
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private Class<?> main = Main.class;

    /** In a folder; the data go to {@code donnees} in it. */
    public Program(Path folder) {
        this.folder = folder;
        set("PREAU_DATA", folder.resolve("donnees").toString());
    }

    /** Sets a variable. */
    public Program set(String name, String value) {
        settings.put(name, value);
        return this;
    }

    /** Another program than the server's, with the same class path. */
    public Program main(Class<?> other) {
        this.main = other;
        return this;
    }

    /**
     * What a command did.
     *
     * @param code its exit code
     * @param out what it said
     * @param err what it complained about
     */
    public record Run(int code, List<String> out, List<String> err) {}

    /** Runs a command to its end. */
    public Run run(String... arguments) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        Process process = builder(arguments)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("did not end: " + List.of(arguments));
        }
        return new Run(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
    }

    /** Starts a command that goes on, its log thrown away. */
    public Process start(String... arguments) throws IOException {
        return builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PREAU_"));
        builder.environment().putAll(settings);
        return builder;
    }
}
