package fr.preau.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Finds files of WebJars (browser libraries as Maven artifacts), whatever their version. */
public final class Webjars {
    private Webjars() {}

    /**
     * The address of a file.
     *
     * @param artifact the WebJar: {@code htmx.org}
     * @param file its path inside: {@code dist/htmx.min.js}
     * @return null if there is no such file
     */
    public static @Nullable URL find(String artifact, String file) {
        try (InputStream in =
                Webjars.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/" + artifact + "/pom.properties")) {
            if (in == null) {
                return null;
            }
            Properties pom = new Properties();
            pom.load(in);
            return Webjars.class.getResource(
                    "/META-INF/resources/webjars/" + artifact + "/" + pom.getProperty("version") + "/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
