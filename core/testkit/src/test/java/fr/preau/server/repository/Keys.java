package fr.preau.server.repository;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys made by the JDK's own tools. */
final class Keys {
    static final String PASSWORD = "mot-de-passe";

    private Keys() {}

    /** A good one, in a folder. */
    static SigningKey make(Path folder, String name) throws IOException, InterruptedException {
        return make(folder, name, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "30");
    }

    /** One with these options of keytool. */
    static SigningKey make(Path folder, String name, String... options) throws IOException, InterruptedException {
        return SigningKey.read(store(folder, name, options), PASSWORD.toCharArray(), null);
    }

    static Path store(Path folder, String name, String... options) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        List<String> words = new ArrayList<>(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name));
        words.addAll(List.of(options));
        words.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        run("keytool", words);
        return store;
    }

    /** Runs a tool of this JDK. */
    static void run(String tool, List<String> words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(words);
        Path log = Files.createTempFile(tool, ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (code != 0) {
            throw new AssertionError(tool + ": " + Files.readString(log));
        }
        Files.delete(log);
    }
}
