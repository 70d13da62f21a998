package fr.preau.server.access;

import fr.preau.api.Profile;
import fr.preau.server.access.PreviewDao.Holding;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who would gain and who would lose a right by a change of a role or of what profiles hold. The change is made, looked at by the
 * lists that pages read, and undone, all in one transaction: what is shown is what would be. Thread-safe.
 */
@Singleton
public final class Preview {
    private final PreviewDao holders;
    private final GrantsDao grants;

    @Inject
    Preview(Database database) {
        this.holders = database.core().dao(PreviewDao.class);
        this.grants = database.core().dao(GrantsDao.class);
    }

    /**
     * Somebody with a right more or less.
     *
     * @param places in how many places: classes, schools, shared things, or 1 for the whole ENT
     */
    public record Somebody(UUID id, String name, int places) {}

    /** What happens to one right: by name. */
    public record Line(String right, List<Somebody> gain, List<Somebody> lose) {
        /** Whether it changes anything for anybody. */
        public boolean changes() {
            return !gain.isEmpty() || !lose.isEmpty();
        }
    }

    /**
     * What happens, at this moment and its hours.
     *
     * @param gain how many people gain something
     * @param lose how many lose something
     * @param lines for each right that the change is about, by id
     */
    public record Effect(long gain, long lose, List<Line> lines) {}

    /** Of giving a role these rights instead of those it has. */
    public Effect ofRole(int tenantId, UUID role, Collection<String> rights) {
        return undone(tenantId, () -> {
            Set<String> about = new TreeSet<>(grants.rightsOf(role));
            Set<String> after = new TreeSet<>(rights);
            Set<String> both = new HashSet<>(about);
            both.retainAll(after);
            about.addAll(after);
            about.removeAll(both);
            return compare(about, () -> {
                grants.clearRights(role);
                grants.addRights(role, rights.toArray(String[]::new));
            });
        });
    }

    /**
     * Of giving a right to these profiles instead.
     *
     * @param profiles null: to those that its plugin says
     * @param minAge from which age pupils have it, null for no limit
     */
    public Effect ofProfiles(
            int tenantId, RightId right, @Nullable Collection<Profile> profiles, @Nullable Integer minAge) {
        return undone(
                tenantId, () -> compare(Set.of(right.toString()), () -> grants.writeProfiles(right, profiles, minAge)));
    }

    private static Effect undone(int tenantId, java.util.function.Supplier<Effect> work) {
        // Closed without a commit.
        try (Scope scope = Scope.open(tenantId, Mode.WRITE)) {
            return work.get();
        }
    }

    private Effect compare(Set<String> about, Runnable change) {
        List<RightId> rights = about.stream().map(RightId::parse).toList();
        Set<Holding> before = holdings(rights);
        change.run();
        Set<Holding> after = holdings(rights);
        List<Holding> gained = without(after, before);
        List<Holding> lost = without(before, after);
        List<Line> lines = new ArrayList<>();
        for (RightId right : rights) {
            Predicate<Holding> ofRight = holding -> holding.plugin().equals(right.plugin())
                    && holding.rightName().equals(right.name());
            lines.add(new Line(
                    right.toString(),
                    people(gained.stream().filter(ofRight)),
                    people(lost.stream().filter(ofRight))));
        }
        return new Effect(count(gained), count(lost), lines);
    }

    private Set<Holding> holdings(List<RightId> rights) {
        return new HashSet<>(holders.holdings(
                rights.stream().map(RightId::plugin).toArray(String[]::new),
                rights.stream().map(RightId::name).toArray(String[]::new)));
    }

    private static List<Holding> without(Set<Holding> some, Set<Holding> others) {
        return some.stream().filter(each -> !others.contains(each)).toList();
    }

    private static long count(List<Holding> holdings) {
        return holdings.stream().map(Holding::personId).distinct().count();
    }

    private static List<Somebody> people(Stream<Holding> holdings) {
        Map<UUID, List<Holding>> byPerson = holdings.collect(Collectors.groupingBy(Holding::personId));
        return byPerson.entrySet().stream()
                .map(each -> new Somebody(
                        each.getKey(),
                        each.getValue().get(0).name(),
                        each.getValue().size()))
                .sorted(java.util.Comparator.comparing(Somebody::name).thenComparing(Somebody::id))
                .toList();
    }
}
