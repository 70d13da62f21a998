package fr.preau.server.access;

import fr.preau.server.access.PersonFacts.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A role somebody wants to give. Immutable.
 *
 * @param role the role
 * @param subject to whom: {@code PERSON:…}, {@code GROUP:…}, {@code SCHOOL_TEACHER:…}
 * @param scope TENANT, SCHOOL, CLASS or GROUP
 * @param place its id, null for TENANT
 * @param since first day
 * @param until the first day on which it no longer holds, null for no end
 * @param slots weekly; empty: always
 * @param reason why, may be empty
 */
public record Wanted(
        UUID role,
        String subject,
        String scope,
        @Nullable UUID place,
        LocalDate since,
        @Nullable LocalDate until,
        List<Slot> slots,
        String reason) {
    /** The same from another day on. */
    Wanted from(LocalDate day) {
        return new Wanted(role, subject, scope, place, day, until, slots, reason);
    }
}
