package fr.preau.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What a plugin's jar may not hold: classes of the packages that the host gives to every plugin. */
final class JarRules {
    private JarRules() {}

    static List<String> faults(Path path) {
        try (Stream<String> names = classNames(path)) {
            return names.filter(HostClasses::exports)
                    .map(name -> name.substring(0, name.lastIndexOf('.')))
                    .distinct()
                    .map(name -> "le jar contient des classes du paquet " + name
                            + ", que Préau fournit : mettez la dépendance en portée « provided »")
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> classNames(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return Files.walk(path)
                    .map(file -> path.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(JarRules::className);
        }
        JarFile jar = new JarFile(path.toFile());
        return jar.stream()
                .map(java.util.zip.ZipEntry::getName)
                .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .map(JarRules::className)
                .onClose(() -> {
                    try {
                        jar.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static String className(String file) {
        return file.substring(0, file.length() - ".class".length())
                .replace('/', '.')
                .replace('\\', '.');
    }
}
