package fr.preau.server.access;

import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** “Who may do this here?”, the other way round from a decision, and in agreement with it. Thread-safe. */
@Singleton
public final class Holders {
    /** How many a page has. */
    public static final int PAGE = 50;

    private final HoldersDao dao;

    @Inject
    Holders(Database database) {
        this.dao = database.core().dao(HoldersDao.class);
    }

    /**
     * Somebody who may.
     *
     * @param id the person
     * @param name first and last name
     * @param profiles what the person is there, if that gives the right
     * @param roles the roles, or levels of sharing, that give it
     */
    public record Holder(UUID id, String name, List<Profile> profiles, List<String> roles) {}

    /**
     * Some of them.
     *
     * @param people by name, at most {@link #PAGE}
     * @param total how many in all
     * @param page which page this is, from 1
     */
    public record Found(List<Holder> people, long total, int page) {
        /** How many pages there are, at least one. */
        public long pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /**
     * Who holds a right in a place at this moment, in one statement.
     *
     * @param world of the tenant; says how far the right reaches
     * @param right of a service; the portal's own have no list
     * @param place a class, a school or a shared thing; of a thing, those with whom it was shared
     * @param query a part of the name, empty for everybody
     * @param page from 1; past the last one, the first is shown
     */
    public Found find(int tenantId, World world, RightId right, Place place, String query, int page) {
        Reach reach = world.reach(right);
        if (reach == null) {
            return new Found(List.of(), 0, 1);
        }
        Place counts = world.placeFor(reach, place);
        int shown = Math.max(1, page);
        int offset = (shown - 1) * PAGE;
        List<HoldersDao.Row> rows = Scope.in(tenantId, Mode.READ, () -> switch (counts.kind()) {
            case CLASS -> dao.inClass(counts.id(), right.plugin(), right.name(), query, PAGE, offset);
            case SCHOOL -> dao.inSchool(counts.id(), right.plugin(), right.name(), query, PAGE, offset);
            case RESOURCE -> dao.onResource(counts.id(), right.plugin(), right.name(), query, PAGE, offset);
            case ANYWHERE ->
                reach == Reach.TENANT
                        ? dao.inTenant(right.plugin(), right.name(), query, PAGE, offset)
                        : List.<HoldersDao.Row>of();
            case GROUP -> List.<HoldersDao.Row>of();
        });
        if (rows.isEmpty() && shown > 1) {
            return find(tenantId, world, right, place, query, 1);
        }
        return new Found(
                rows.stream().map(Holders::holder).toList(),
                rows.isEmpty() ? 0 : rows.get(0).total(),
                shown);
    }

    private static Holder holder(HoldersDao.Row row) {
        return new Holder(
                row.id(),
                row.name(),
                row.profiles().stream().map(Profile::valueOf).toList(),
                row.roles());
    }
}
