package fr.preau.plugins.blog;

import java.time.Instant;
import java.util.UUID;

/**
 * The event {@code blog.post-published}: a post can be read, for the first time or again. No title and no author: they are
 * corrected and erased here.
 *
 * @param postId the post
 * @param classId its class
 * @param at when it was first published
 * @param path where it is read, from the server's root
 */
public record PostPublished(UUID postId, UUID classId, Instant at, String path) {}
