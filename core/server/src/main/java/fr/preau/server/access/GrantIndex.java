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
    List<Grant> of(RightId right, Reach reach, Place place, World world) {
        Map<UUID, List<Grant>> byPlace = index.getOrDefault(right, Map.of());
        List<Grant> found = new ArrayList<>();
        if (place.kind() == Place.Kind.ANYWHERE) {
            byPlace.values().forEach(found::addAll);
            found.removeIf(grant -> !counts(grant, reach));
        } else if (place.kind() == Place.Kind.RESOURCE) {
            found.addAll(at(byPlace, place.id()));
            found.removeIf(grant -> !grant.scope().equals("RESOURCE"));
        } else {
            UUID school = GrantWay.schoolOf(world, place);
            found.addAll(at(byPlace, NOWHERE));
            found.addAll(school == null || school.equals(place.id()) ? List.of() : at(byPlace, school));
            found.addAll(at(byPlace, place.id()));
            found.removeIf(grant -> grant.scope().equals("RESOURCE"));
        }
        return found;
    }

    private static List<Grant> at(Map<UUID, List<Grant>> byPlace, UUID place) {
        return byPlace.getOrDefault(place, List.of());
    }

    /** Whether a grant of this scope can give a right of this reach at all. */
    private static boolean counts(Grant grant, Reach reach) {
        return switch (grant.scope()) {
            case "TENANT" -> true;
            case "SCHOOL", "RESOURCE" -> reach != Reach.TENANT;
            default -> reach == Reach.CLASS;
        };
    }
}
