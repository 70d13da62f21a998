package fr.preau.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What a plugin's jar may not hold: classes of the packages that the host gives to every plugin. */
final class JarRules {
    private static final String MIGRATIONS = "db/migration/";

    private JarRules() {}

    static List<String> faults(Path path) {
        List<String> names = names(path);
        List<String> faults = new ArrayList<>(names.stream()
                .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .map(JarRules::className)
                .filter(HostClasses::exports)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .map(name -> "le jar contient des classes du paquet " + name
                        + ", que Préau fournit : mettez la dépendance en portée « provided »")
                .toList());
        // Flyway asks for the folder: without its entry the plugin would start on no tables at all.
        if (!Files.isDirectory(path)
                && names.stream().anyMatch(name -> name.startsWith(MIGRATIONS))
                && !names.contains(MIGRATIONS)) {
            faults.add("le jar contient des migrations sans l’entrée du dossier " + MIGRATIONS
                    + " : faites-le avec les entrées de dossiers");
        }
        return faults;
    }

    private static List<String> names(Path path) {
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                return files.map(file -> path.relativize(file).toString().replace('\\', '/'))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        try (JarFile jar = new JarFile(path.toFile())) {
            return jar.stream().map(ZipEntry::getName).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String className(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }
}
