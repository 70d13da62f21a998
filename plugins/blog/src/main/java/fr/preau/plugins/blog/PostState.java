package fr.preau.plugins.blog;

/** Where a post stands. */
public enum PostState {
    /** Seen by its author alone. */
    DRAFT,
    /** Sent, to be read by a teacher before anybody else. */
    WAITING,
    /** On the blog. */
    PUBLISHED,
    /** Sent back with a word from the teacher; the author may correct it and send it again. */
    REFUSED,
    /** Taken away; whoever took it away may put it back. */
    REMOVED;

    /**
     * The state after the author saved the text.
     *
     * <p>What is published stays so, a draft of it being no use to its readers. What was sent back stays so until it is
     * sent again, so that the teacher's word stays in sight.
     *
     * @param send whether the author sends it, rather than keeping it for later
     * @param trusted whether the author moderates this class, and so needs nobody's approval
     */
    PostState saved(boolean send, boolean trusted) {
        if (this == PUBLISHED || (this == REFUSED && !send)) {
            return this;
        }
        if (!send) {
            return DRAFT;
        }
        return trusted ? PUBLISHED : WAITING;
    }
}
