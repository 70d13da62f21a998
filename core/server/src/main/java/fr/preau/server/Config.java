package fr.preau.server;

import fr.preau.server.db.DatabaseAddress;
import fr.preau.server.db.StartupFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a server is set up. Read from {@code PREAU_*} variables, over a properties file ({@code PREAU_CONFIG}, or
 * {@code preau.properties} in the present folder) whose keys are the same names. Immutable.
 *
 * @param port TCP port, 0 for any free one; {@code PREAU_PORT}, 8080
 * @param bind address to listen on; {@code PREAU_BIND}, 127.0.0.1: behind a proxy nothing else should reach it
 * @param data folder of the data; {@code PREAU_DATA}, {@code donnees}
 * @param plugins jars or folders of jars; {@code PREAU_PLUGINS}, {@code plugins} inside the data folder
 * @param database an external PostgreSQL; {@code PREAU_DATABASE}; null for the embedded one
 * @param address the ENT's public address, for printed slips; {@code PREAU_ADDRESS}; null: from each request
 * @param behindProxy whether the last value of {@code X-Forwarded-*} headers is believed; {@code PREAU_PROXY}, false
 * @param durable false only for tests: the embedded database then runs without fsync
 * @param pluginSize the largest jar of a plugin that is taken in, in bytes; {@code PREAU_PLUGIN_SIZE} in megabytes, 50
 * @param development whether jars that nobody known has signed are taken; {@code PREAU_DEVELOPMENT}, false
 */
public record Config(
        int port,
        String bind,
        Path data,
        List<Path> plugins,
        @Nullable DatabaseAddress database,
        @Nullable String address,
        boolean behindProxy,
        boolean durable,
        long pluginSize,
        boolean development) {
    /** The largest jar of a plugin, in bytes, unless said otherwise. */
    public static final long PLUGIN_SIZE = 50L << 20;

    private static final Set<String> NAMES = Set.of(
            "PREAU_PORT",
            "PREAU_BIND",
            "PREAU_DATA",
            "PREAU_PLUGINS",
            "PREAU_DATABASE",
            "PREAU_ADDRESS",
            "PREAU_PROXY",
            "PREAU_PLUGIN_SIZE",
            "PREAU_DEVELOPMENT",
            "PREAU_CONFIG");

    /** With what is usual for the plugins that are taken in. */
    public Config(
            int port,
            String bind,
            Path data,
            List<Path> plugins,
            @Nullable DatabaseAddress database,
            @Nullable String address,
            boolean behindProxy,
            boolean durable) {
        this(port, bind, data, plugins, database, address, behindProxy, durable, PLUGIN_SIZE, false);
    }

    /**
     * Reads the configuration.
     *
     * @param environment the process's variables
     * @throws StartupFailure with all faults at once
     */
    public static Config read(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        Map<String, String> values = new HashMap<>(file(environment, faults));
        environment.forEach((name, value) -> {
            if (name.startsWith("PREAU_")) {
                values.put(name, value);
            }
        });
        for (String name : new TreeSet<>(values.keySet())) {
            if (!NAMES.contains(name)) {
                faults.add(name + " : réglage inconnu ; connus : " + String.join(", ", new TreeSet<>(NAMES)));
            }
        }
        Path data = Path.of(values.getOrDefault("PREAU_DATA", "donnees")).toAbsolutePath();
        Config config = new Config(
                port(values.getOrDefault("PREAU_PORT", "8080"), faults),
                values.getOrDefault("PREAU_BIND", "127.0.0.1"),
                data,
                plugins(values.get("PREAU_PLUGINS"), data, faults),
                database(values.get("PREAU_DATABASE"), faults),
                address(values.get("PREAU_ADDRESS"), faults),
                yes("PREAU_PROXY", values, faults),
                true,
                pluginSize(values.getOrDefault("PREAU_PLUGIN_SIZE", "50"), faults),
                yes("PREAU_DEVELOPMENT", values, faults));
        if (!faults.isEmpty()) {
            throw new StartupFailure("Réglages à corriger :\n  " + String.join("\n  ", faults));
        }
        return config;
    }

    private static Map<String, String> file(Map<String, String> environment, List<String> faults) {
        String named = environment.get("PREAU_CONFIG");
        Path file = Path.of(named == null ? "preau.properties" : named);
        if (!Files.exists(file)) {
            if (named != null) {
                faults.add("PREAU_CONFIG : le fichier " + file.toAbsolutePath() + " n’existe pas");
            }
            return Map.of();
        }
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file);
                InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(file.toAbsolutePath() + " : illisible (" + e.getMessage() + ")");
        }
        Map<String, String> values = new HashMap<>();
        properties.forEach((name, value) -> values.put(String.valueOf(name), String.valueOf(value)));
        return values;
    }

    private static int port(String text, List<String> faults) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        faults.add("PREAU_PORT : « " + text + " » ; attendu : un nombre de 0 à 65535");
        return 0;
    }

    private static List<Path> plugins(@Nullable String text, Path data, List<String> faults) {
        if (text == null) {
            Path folder = data.resolve("plugins");
            return Files.isDirectory(folder) ? List.of(folder) : List.of();
        }
        List<Path> paths = new ArrayList<>();
        for (String part : text.split(java.io.File.pathSeparator, -1)) {
            Path path = Path.of(part);
            if (Files.isReadable(path)) {
                paths.add(path);
            } else {
                faults.add("PREAU_PLUGINS : « " + part + " » n’existe pas ou n’est pas lisible");
            }
        }
        return List.copyOf(paths);
    }

    private static @Nullable DatabaseAddress database(@Nullable String text, List<String> faults) {
        if (text == null) {
            return null;
        }
        try {
            return DatabaseAddress.parse(text);
        } catch (IllegalArgumentException e) {
            faults.add("PREAU_DATABASE : " + e.getMessage());
            return null;
        }
    }

    private static @Nullable String address(@Nullable String text, List<String> faults) {
        if (text != null && !text.matches("https?://[^/\\s]+/?")) {
            faults.add("PREAU_ADDRESS : « " + text + " » ; attendu : https://ent.exemple.fr");
        }
        return text == null ? null : text.replaceAll("/$", "");
    }

    private static long pluginSize(String megabytes, List<String> faults) {
        if (megabytes.matches("[1-9]\\d{0,3}")) {
            return Long.parseLong(megabytes) << 20;
        }
        faults.add("PREAU_PLUGIN_SIZE : « " + megabytes + " » ; attendu : un nombre de mégaoctets, de 1 à 9999");
        return PLUGIN_SIZE;
    }

    private static boolean yes(String name, Map<String, String> values, List<String> faults) {
        String text = values.getOrDefault(name, "non");
        if (!text.equals("oui") && !text.equals("non")) {
            faults.add(name + " : « " + text + " » ; attendu : oui ou non");
        }
        return text.equals("oui");
    }
}
