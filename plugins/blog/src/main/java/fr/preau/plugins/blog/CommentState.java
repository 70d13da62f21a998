package fr.preau.plugins.blog;

/** Where a comment stands. */
public enum CommentState {
    /** A child's comment, to be read by a teacher before the others. */
    WAITING,
    /** Below its post. */
    PUBLISHED,
    /** Taken away; whoever took it away may put it back. */
    REMOVED
}
