package fr.preau.server.repository;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A jar with which nothing was found wrong. None of its code has been loaded.
 *
 * @param file where it is
 * @param id the plugin's id
 * @param version the plugin's version
 * @param description one sentence, may be empty
 * @param requires the rule for the API's version
 * @param dependencies ids of the plugins that it needs
 * @param sha256 of the file, in hexadecimal
 * @param size of the file, in bytes
 * @param signer who signed it; null only in development
 */
public record ReceivedJar(
        Path file,
        String id,
        String version,
        String description,
        String requires,
        List<String> dependencies,
        String sha256,
        long size,
        @Nullable Signer signer) {}
