package fr.preau.server.repository;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A repository as it was last read.
 *
 * @param id its number here
 * @param address a folder or http(s)
 * @param signer who signs its index, null in development
 * @param index what it offers
 * @param readAt when that was read
 * @param trusted whether its signer still counts: nothing is got from it otherwise
 * @param fault why it could not be read again since, or is not trusted; empty if all is well
 */
public record RepositoryLine(
        int id, String address, @Nullable String signer, Index index, Instant readAt, boolean trusted, String fault) {}
