package fr.preau.server.repository;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Archives as nobody should make them. */
final class Zip {
    static final String SOUND = """
            plugin.id=sain
            plugin.version=1.0.0
            plugin.class=x.Sain
            plugin.requires=^1.0
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** With a sound {@code plugin.properties}. */
    static Zip sound() {
        return new Zip().file("plugin.properties", SOUND);
    }

    /** All of another one. */
    static Zip of(Path jar) throws IOException {
        Zip zip = new Zip();
        try (ZipFile from = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                zip.files.put(entry.getName(), from.getInputStream(entry).readAllBytes());
            }
        }
        return zip;
    }

    Zip file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Zip file(String name, byte[] content) {
        files.put(name, content);
        return this;
    }

    Zip without(String name) {
        if (files.remove(name) == null) {
            throw new AssertionError(name);
        }
        return this;
    }

    byte[] content(String name) {
        return java.util.Objects.requireNonNull(files.get(name), name);
    }

    Path write(Path target) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(target))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        }
        return target;
    }

    /** As {@link #write}, and one name in it replaced by another of the same length: what no writer would write. */
    Path writeRenaming(Path target, String name, String other) throws IOException {
        String bytes = Files.readString(write(target), StandardCharsets.ISO_8859_1);
        return Files.writeString(target, bytes.replace(name, other), StandardCharsets.ISO_8859_1);
    }
}
