package fr.preau.server.portal.groups;

import fr.preau.api.Profile;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a group.
 *
 * @param id the person
 * @param name first and last name
 * @param profile what the person is
 * @param since first day
 * @param until the first day on which the person is no longer in it, null for no end
 * @param present whether the person is in it today, or will be
 */
public record MemberLine(
        UUID id,
        String name,
        Profile profile,
        LocalDate since,
        @Nullable LocalDate until,
        boolean present) {}
