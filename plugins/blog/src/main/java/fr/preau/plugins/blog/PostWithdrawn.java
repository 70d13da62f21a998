package fr.preau.plugins.blog;

import java.util.UUID;

/**
 * The event {@code blog.post-withdrawn}: a post that was published can't be read any more.
 *
 * @param postId the post
 */
public record PostWithdrawn(UUID postId) {}
