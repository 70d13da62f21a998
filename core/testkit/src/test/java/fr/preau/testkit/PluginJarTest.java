package fr.preau.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class PluginJarTest {
    private static List<String> namesIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    @Test
    void holds_the_class_its_neighbours_and_folders_of_its_own() throws IOException {
        Path jar = PluginJar.of(EntExtensionTest.Greeting.class)
                .file("db/migration/V1__x.sql", "select 1")
                .build();
        assertThat(namesIn(jar))
                .contains(
                        "plugin.properties",
                        "db/migration/",
                        "db/migration/V1__x.sql",
                        "fr/preau/testkit/EntExtensionTest.class",
                        "fr/preau/testkit/EntExtensionTest$Greeting.class",
                        "fr/preau/testkit/EntExtensionTest$Greeting$Hello.class")
                .doesNotContain("fr/preau/testkit/PluginJarTest.class");
    }

    @Test
    void bundles_a_library() throws IOException {
        Path jar = PluginJar.of(EntExtensionTest.Greeting.class)
                .library(Jsoup.class)
                .build();
        assertThat(namesIn(jar)).contains("org/jsoup/Jsoup.class").doesNotContain("META-INF/MANIFEST.MF");
    }

    @Test
    void describes_the_plugin() throws IOException {
        Path jar = PluginJar.of(EntExtensionTest.Greeting.class)
                .id("salut")
                .property("plugin.requires", null)
                .build();
        try (JarFile file = new JarFile(jar.toFile())) {
            String text = new String(
                    file.getInputStream(file.getEntry("plugin.properties")).readAllBytes());
            assertThat(text).contains("plugin.id=salut").doesNotContain("plugin.requires");
        }
    }
}
