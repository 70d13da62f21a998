package fr.preau.server.repository;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.preau.server.plugin.PluginFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/**
 * {@code index.jar}: {@code index.json} in a jar of its own, signed as the plugins are. One file, so that index and signature
 * are always of the same age, and one way to verify both.
 *
 * @param index what it says
 * @param seal who signed it, empty if nobody did
 */
record IndexFile(Index index, Optional<JarSeal> seal) {
    static final String NAME = "index.jar";
    static final long LARGEST = 5L << 20;

    private static final String ENTRY = "index.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    /**
     * Reads and verifies it.
     *
     * @throws PluginFailure with all that is wrong
     */
    static IndexFile read(Path file) {
        JarContents contents = JarContents.read(file, LARGEST, ENTRY, (int) LARGEST);
        String json = contents.wanted();
        if (json == null || !contents.faults().isEmpty()) {
            throw new PluginFailure(Intake.few(prefixed(contents.faults())), null);
        }
        Optional<JarSeal> seal;
        try {
            seal = JarSeal.read(file);
        } catch (PluginFailure e) {
            throw new PluginFailure(prefixed(e.faults()), e);
        }
        return new IndexFile(parse(json), seal);
    }

    private static List<String> prefixed(List<String> faults) {
        return faults.stream().map(fault -> NAME + " : " + fault).toList();
    }

    /** Reads what {@link #json} wrote. */
    static Index parse(String json) {
        Index index;
        try {
            index = JSON.readValue(json, Index.class);
        } catch (JsonProcessingException e) {
            throw new PluginFailure("l’index n’a pas la forme attendue : " + e.getOriginalMessage(), e);
        }
        List<String> faults = IndexRules.faults(index);
        if (!faults.isEmpty()) {
            throw new PluginFailure(Intake.few(faults), null);
        }
        return index;
    }

    static String json(Index index) {
        try {
            return JSON.writeValueAsString(index);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes it into a folder, in the place of the one before. Without a key, for development alone. */
    static void write(Index index, Path folder, @Nullable SigningKey key) throws IOException {
        Path fresh = folder.resolve("." + NAME);
        try {
            try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(fresh))) {
                jar.putNextEntry(new ZipEntry(ENTRY));
                jar.write(json(index).getBytes(StandardCharsets.UTF_8));
                jar.closeEntry();
            }
            if (key != null) {
                key.sign(fresh);
            }
            Files.move(
                    fresh, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }
}
