package fr.preau.api.access;

import fr.preau.api.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Shares things of the plugin with people and groups, for a plugin to inject. Part of the request's transaction. Whether the
 * caller may share is the plugin's to decide first. What was shared is read by joining to {@code ent.resource_right}:
 *
 * <pre>{@code select … from post p where p.id in
 *     (select resource_id from ent.resource_right where person_id = :me and right_name = 'read')}</pre>
 *
 * <p>Thread-safe.
 */
public interface Sharing {
    /**
     * Shares a thing; sharing again with the same subject replaces the level.
     *
     * @param caller who shares
     * @param kind a kind that the plugin declared
     * @param resourceId the thing
     * @param schoolId the school where it lives, null if in none: it is seen only while the service is open there
     * @param subject with whom, one of {@link #audiences} or {@link #people}
     * @param level a level of that kind
     * @param until the first day on which it is no longer shared, null for no end
     * @return false if the plugin declares no such kind or level, if nobody is that subject, or if the caller may not share with
     *     it: then nothing was shared
     */
    boolean share(
            Caller caller,
            String kind,
            UUID resourceId,
            @Nullable UUID schoolId,
            String subject,
            String level,
            @Nullable LocalDate until);

    /** Takes a share back; false if there was none. */
    boolean unshare(Caller caller, String kind, UUID resourceId, String subject);

    /** With whom a thing is shared, by name. */
    List<Share> sharesOf(String kind, UUID resourceId);

    /** With whom this person may share: the groups of the schools and classes in which they work, by name. */
    List<Audience> audiences(Caller caller);

    /**
     * Single people with whom this person may share: those who have to do with the schools in which they work, and the town's
     * staff. By name, twenty at most.
     *
     * @param name a part of the name, without regard to case; empty finds nobody
     */
    List<Audience> people(Caller caller, String name);

    /**
     * A share.
     *
     * @param subject with whom
     * @param name that subject in words: “Parents de CM1”
     * @param level at which level
     * @param until the first day on which it no longer holds, null for no end
     * @param by who shared it
     */
    record Share(
            String subject,
            String name,
            String level,
            @Nullable LocalDate until,
            String by) {}

    /**
     * Somebody to share with.
     *
     * @param subject for {@link #share}
     * @param name in words
     */
    record Audience(String subject, String name) {}
}
