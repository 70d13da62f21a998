package fr.preau.plugins.garderie;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child on this evening's list.
 *
 * @param id the child
 * @param name first and last name
 * @param className the class, empty if the child has none any more
 * @param schoolId the school
 * @param schoolName its name
 * @param collectors who may come for the child, as the family wrote it
 * @param noted whether the family wrote something about the child's health
 * @param leftAt when the child went home, null while it is here
 * @param leftWith with whom, empty if nobody wrote it
 */
public record Guest(
        UUID id,
        String name,
        String className,
        UUID schoolId,
        String schoolName,
        String collectors,
        boolean noted,
        @Nullable Instant leftAt,
        String leftWith) {}
