package fr.preau.server.portal.roles;

import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.access.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rights by service, for pages. */
final class RightGroups {
    private RightGroups() {}

    /** The same without the portal's own. */
    static Map<String, List<Right>> ofServices(World world) {
        Map<String, List<Right>> groups = of(world);
        groups.values().removeIf(rights -> rights.get(0).id().ofPortal());
        return groups;
    }

    /** The rights by the title of their service, as the convention has it. */
    static Map<String, List<Right>> of(World world) {
        Map<String, List<Right>> groups = new TreeMap<>();
        for (Right right : world.facts().rights()) {
            groups.computeIfAbsent(world.titleOf(right.plugin()), key -> new java.util.ArrayList<>())
                    .add(right);
        }
        return new LinkedHashMap<>(groups);
    }
}
