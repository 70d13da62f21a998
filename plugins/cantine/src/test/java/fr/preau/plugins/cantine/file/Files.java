package fr.preau.plugins.cantine.file;

import fr.preau.api.web.Upload;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Files made in memory. */
public final class Files {
    private Files() {}

    /** Reads lines as a UTF-8 file. */
    public static MenuReading read(String... lines) {
        return read(StandardCharsets.UTF_8, lines);
    }

    static MenuReading read(Charset charset, String... lines) {
        return MenuFile.read(new Upload("menus.csv", String.join("\r\n", lines).getBytes(charset)));
    }
}
