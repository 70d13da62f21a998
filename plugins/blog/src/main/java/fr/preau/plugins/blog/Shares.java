package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Sharing;
import fr.preau.api.access.Sharing.Audience;
import fr.preau.api.access.Sharing.Share;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shares published posts with groups and people outside of their class. Thread-safe. */
public final class Shares {
    private static final String KIND = "post";
    private static final Set<String> LEVELS = Set.of("read", "comment");

    private final Sharing sharing;
    private final PostDao posts;

    @Inject
    Shares(Sharing sharing, PostDao posts) {
        this.sharing = sharing;
        this.posts = posts;
    }

    private UUID schoolOf(Caller caller, UUID postId) {
        return posts.schoolToShare(postId, caller.personId()).orElseThrow(NotFoundException::new);
    }

    /** With whom a post that the caller may share is shared. */
    public List<Share> of(Caller caller, UUID postId) {
        schoolOf(caller, postId);
        return sharing.sharesOf(KIND, postId);
    }

    /** Single people with whom the caller may share a post, by a part of the name. */
    public List<Audience> people(Caller caller, UUID postId, String name) {
        schoolOf(caller, postId);
        return sharing.people(caller, name);
    }

    /** With whom the caller may share. */
    public List<Audience> audiences(Caller caller) {
        return sharing.audiences(caller);
    }

    /**
     * Shares a post; again with the same: at the new level.
     *
     * @param last the last day, null for no end
     * @throws BadInput if there is no such group or person for the caller, or no such level
     */
    public void share(Caller caller, UUID postId, String subject, String level, @Nullable LocalDate last) {
        UUID school = schoolOf(caller, postId);
        if (!LEVELS.contains(level)) {
            throw new BadInput("level", "Choisissez ce que ces personnes pourront faire.");
        }
        if (!sharing.share(caller, KIND, postId, school, subject, level, last == null ? null : last.plusDays(1))) {
            throw new BadInput(
                    "subject",
                    "Choisissez un groupe ou une personne de la liste : quelqu’un de vos écoles, ou de la mairie.");
        }
    }

    /** Takes it back. */
    public void unshare(Caller caller, UUID postId, String subject) {
        schoolOf(caller, postId);
        if (!sharing.unshare(caller, KIND, postId, subject)) {
            throw new NotFoundException();
        }
    }
}
