package fr.preau.server.access;

import fr.preau.server.access.PersonFacts.Grant;
import fr.preau.server.access.PersonFacts.Slot;
import fr.preau.server.access.TenantFacts.Role;
import fr.preau.server.access.TenantFacts.SchoolClass;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may give a role. An administrator may give any. Anybody else gives only what they were given: the right to give
 * roles, and each right of the role, by grants that cover the place, the dates and the hours. What somebody holds by profile can't
 * be passed on. So nobody reaches, by whatever chain of grants, what nobody above them held. Pure.
 */
public final class Delegation {
    private final Standing giver;
    private final Moment moment;

    private Delegation(Standing giver, Instant at) {
        this.giver = giver;
        this.moment = new Moment(at);
    }

    /**
     * The rights that the giver may not pass on like this; empty if the role may be given.
     *
     * @return {@link RightId#GIVE_ROLES} alone if the giver gives no roles there at all
     */
    public static List<RightId> missing(Standing giver, Wanted wanted, Instant at) {
        if (giver.person().suspendedAt() != null) {
            return List.of(RightId.GIVE_ROLES);
        }
        if (giver.person().administrator()) {
            return List.of();
        }
        Role role = giver.world().role(wanted.role());
        List<RightId> needed = new ArrayList<>(List.of(RightId.GIVE_ROLES));
        if (role != null) {
            role.rights().forEach(right -> needed.add(right.id()));
        }
        Delegation delegation = new Delegation(giver, at);
        return needed.stream()
                .distinct()
                .filter(right -> !delegation.holds(right, wanted))
                .toList();
    }

    /** Whether one of the giver's grants covers all of it. */
    private boolean holds(RightId right, Wanted wanted) {
        return giver.person().grants().stream()
                .filter(grant -> grant.role() != null && grant.plugin().isEmpty())
                .filter(grant -> gives(grant, right))
                .filter(grant -> grant.holds(moment.day()) && moment.inOneOf(grant.slots()))
                .filter(grant -> new GrantWay(giver.world(), giver.person(), grant, right, place(), moment).belongs())
                .anyMatch(grant -> coversPlace(grant, wanted) && coversTime(grant, wanted));
    }

    private static fr.preau.api.access.Place place() {
        return fr.preau.api.access.Place.anywhere();
    }

    private boolean gives(Grant grant, RightId right) {
        Role role = giver.world().role(Objects.requireNonNull(grant.role()));
        return role != null
                && !role.removed()
                && role.rights().stream().anyMatch(each -> each.id().equals(right));
    }

    private boolean coversPlace(Grant grant, Wanted wanted) {
        if (grant.scope().equals(wanted.scope()) && Objects.equals(grant.place(), wanted.place())) {
            return true;
        }
        if (wanted.scope().equals("CLASS") && !thisYear(wanted.place())) {
            return false;
        }
        return switch (grant.scope()) {
            case "TENANT" -> true;
            case "SCHOOL" ->
                (wanted.scope().equals("CLASS") || wanted.scope().equals("GROUP"))
                        && Objects.equals(grant.place(), schoolOf(wanted));
            default -> false;
        };
    }

    private boolean thisYear(@Nullable UUID classId) {
        SchoolClass known = classId == null ? null : giver.world().schoolClass(classId);
        return known != null && known.year() == moment.schoolYear();
    }

    private @Nullable UUID schoolOf(Wanted wanted) {
        UUID place = Objects.requireNonNull(wanted.place());
        SchoolClass known = giver.world().schoolClass(place);
        return wanted.scope().equals("GROUP")
                ? giver.world().schoolOfGroup(place)
                : known == null ? null : known.school();
    }

    private static boolean coversTime(Grant grant, Wanted wanted) {
        boolean starts = !wanted.since().isBefore(grant.since());
        boolean ends = grant.until() == null
                || (wanted.until() != null && !wanted.until().isAfter(grant.until()));
        boolean hours = grant.slots().isEmpty()
                || (!wanted.slots().isEmpty()
                        && wanted.slots().stream().allMatch(slot -> within(slot, grant.slots().stream())));
        return starts && ends && hours;
    }

    private static boolean within(Slot slot, Stream<Slot> slots) {
        return slots.anyMatch(each -> each.day() == slot.day()
                && !slot.begins().isBefore(each.begins())
                && !slot.ends().isAfter(each.ends()));
    }
}
