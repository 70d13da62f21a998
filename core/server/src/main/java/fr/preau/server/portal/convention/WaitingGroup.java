package fr.preau.server.portal.convention;

import fr.preau.server.convention.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a party decides on one page: all that it signs of a version, or one deployment.
 *
 * @param all at least one, of one party
 */
public record WaitingGroup(List<Waiting> all) {
    /** In groups, in the order of their first. */
    static List<WaitingGroup> of(Collection<Waiting> waiting) {
        Map<String, List<Waiting>> groups = new LinkedHashMap<>();
        for (Waiting each : waiting) {
            String key = each.kind() == Waiting.Kind.WAVE ? each.subject() : each.version() + " " + each.partyId();
            groups.computeIfAbsent(key + " " + each.side(), unseen -> new ArrayList<>())
                    .add(each);
        }
        return groups.values().stream().map(WaitingGroup::new).toList();
    }

    /** The one that speaks for all. */
    public Waiting first() {
        return all.get(0);
    }

    /** Until when, null for no date. */
    public @Nullable LocalDate due() {
        return first().due();
    }

    /** Where it is decided, without a slash in front. */
    public String path() {
        return first().kind() == Waiting.Kind.WAVE
                ? "console/convention/deploiement"
                : "console/convention/versions/" + first().version() + "/signer";
    }
}
