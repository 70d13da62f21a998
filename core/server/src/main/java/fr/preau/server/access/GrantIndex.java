package fr.preau.server.access;

import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.server.access.PersonFacts.Grant;
import fr.preau.server.access.TenantFacts.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person's grants by right and place, so that a decision looks at those that may matter, however many there are. */
final class GrantIndex {
    /** Where grants without a place are: over the whole ENT, and shares summed up. */
    private static final UUID NOWHERE = new UUID(0, 0);

    private final Map<RightId, Map<UUID, List<Grant>>> index = new HashMap<>();

    GrantIndex(World world, List<Grant> grants) {
        for (Grant grant : grants) {
            for (RightId right : rightsOf(world, grant)) {
                UUID place = grant.place() == null ? NOWHERE : grant.place();
                index.computeIfAbsent(right, key -> new HashMap<>())
                        .computeIfAbsent(place, key -> new ArrayList<>())
                        .add(grant);
            }
        }
    }

    private static List<RightId> rightsOf(World world, Grant grant) {
        UUID id = grant.role();
        if (id == null) {
            return world.rightsOfLevel(grant);
        }
        Role role = world.role(id);
        return role == null
                ? List.of()
                : role.rights().stream()
                        .map(TenantFacts.Bundled::id)
                        .filter(right ->
                                grant.plugin().isEmpty() || grant.plugin().equals(right.plugin()))
                        .toList();
    }

    /** The grants of a right that cover a place. */
    Stream<Grant> of(RightId right, Reach reach, Place place, World world) {
        Map<UUID, List<Grant>> byPlace = index.get(right);
        if (byPlace == null) {
            return Stream.empty();
        }
        if (place.kind() == Place.Kind.ANYWHERE) {
            return byPlace.values().stream().flatMap(List::stream).filter(grant -> counts(grant, reach));
        }
        if (place.kind() == Place.Kind.RESOURCE) {
            return at(byPlace, place.id()).filter(grant -> grant.scope().equals("RESOURCE"));
        }
        UUID school = GrantWay.schoolOf(world, place);
        Stream<Grant> inSchool = school == null || school.equals(place.id()) ? Stream.empty() : at(byPlace, school);
        return Stream.of(at(byPlace, NOWHERE), inSchool, at(byPlace, place.id()))
                .flatMap(grants -> grants)
                .filter(grant -> !grant.scope().equals("RESOURCE"));
    }

    private static Stream<Grant> at(Map<UUID, List<Grant>> byPlace, @Nullable UUID place) {
        List<Grant> grants = place == null ? null : byPlace.get(place);
        return grants == null ? Stream.empty() : grants.stream();
    }

    /** Whether a grant of this scope can give a right of this reach at all. */
    private static boolean counts(Grant grant, Reach reach) {
        return switch (grant.scope()) {
            case "TENANT", "RESOURCE" -> true;
            case "SCHOOL" -> reach != Reach.TENANT;
            default -> reach == Reach.CLASS;
        };
    }
}
