package fr.preau.server.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * What a plugin's jar may not hold, classes of the packages that the host gives to every plugin, and what it must: the
 * migrations of its tables.
 */
final class JarRules {
    private static final String MIGRATIONS = "db/migration/";

    private JarRules() {}

    static List<String> faults(Path path) {
        return faults(names(path).stream());
    }

    /** Of the names of a jar's entries. */
    static List<String> faults(Stream<String> names) {
        return names.filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                .map(JarRules::className)
                .filter(HostClasses::exports)
                .map(name -> name.substring(0, name.lastIndexOf('.')))
                .distinct()
                .map(name -> "le jar contient des classes du paquet " + name
                        + ", que Préau fournit : mettez la dépendance en portée « provided »")
                .toList();
    }

    /** DAOs without any table of their own: a migration was forgotten, or left out of the jar. */
    static List<String> faults(Path path, List<Class<?>> daos) {
        if (names(path).stream().anyMatch(name -> name.startsWith(MIGRATIONS) && name.endsWith(".sql"))) {
            return List.of();
        }
        return daos.stream()
                .filter(JarRules::needsTables)
                .map(dao ->
                        dao.getSimpleName() + " : le plugin n’a pas de migration, donc pas de table ; mettez-la dans "
                                + MIGRATIONS + "V1__….sql")
                .toList();
    }

    /** Whether it does more than to read the directory's views. */
    private static boolean needsTables(Class<?> dao) {
        return Arrays.stream(dao.getMethods())
                .anyMatch(method -> method.isAnnotationPresent(SqlUpdate.class)
                        || method.isAnnotationPresent(SqlBatch.class)
                        || (method.isAnnotationPresent(SqlQuery.class)
                                && !method.getAnnotation(SqlQuery.class).value().contains("ent.")));
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
