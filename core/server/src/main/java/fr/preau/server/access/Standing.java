package fr.preau.server.access;

import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.api.access.Place.Kind;
import fr.preau.server.access.PersonFacts.Grant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Decides for one person. Pure: what it knows was read before; {@link Standings} makes it. Immutable, thread-safe.
 *
 * <p>A person holds a right in a place by what they are there (a profile's right), or by a role that was given (a grant).
 * Either way the service must run in the school of that place, and the account must be open.
 */
public final class Standing {
    private static final int NEAREST = 5;

    private final World world;
    private final PersonFacts person;
    private final GrantIndex grants;
    private final Predicate<String> running;

    /**
     * From what was read.
     *
     * @param running whether a plugin runs for this tenant
     */
    public Standing(World world, PersonFacts person, Predicate<String> running) {
        this.world = world;
        this.person = person;
        this.grants = new GrantIndex(world, person.grants());
        this.running = running;
    }

    /** Whose it is. */
    public PersonFacts person() {
        return person;
    }

    /** The tenant's facts. */
    public World world() {
        return world;
    }

    /** The same over other facts: what would be decided then. */
    Standing with(TenantFacts otherTenant, PersonFacts otherPerson) {
        return new Standing(new World(otherTenant), otherPerson, running);
    }

    /** Whether the person may, at that moment. The same as {@link #decide}, without looking further than the answer. */
    public boolean may(RightId right, Place place, Instant at) {
        Moment moment = new Moment(at);
        return required(right).stream().allMatch(Fact::holds)
                && ways(right, place, moment, grant -> grant.holds(moment.day()))
                        .anyMatch(Way::holds);
    }

    /** Whether the person may, at that moment, and why. */
    public Decision decide(RightId right, Place place, Instant at) {
        List<Fact> required = required(right);
        List<Way> ways = ways(right, place, new Moment(at), grant -> true).toList();
        boolean allowed =
                required.stream().allMatch(Fact::holds) && ways.stream().anyMatch(Way::holds);
        List<Way> told = allowed
                ? ways.stream().filter(Way::holds).toList()
                : ways.stream()
                        .sorted(Comparator.comparing(Way::distance))
                        .limit(NEAREST)
                        .toList();
        return new Decision(person.id(), right, place, at, required, told);
    }

    private List<Fact> required(RightId right) {
        Fact account = new Fact.Account(person.suspendedAt());
        return right.ofPortal()
                ? List.of(account)
                : List.of(account, new Fact.Running(right.plugin(), running.test(right.plugin())));
    }

    /** One after the other as they are asked for: concatenated, since a nested {@code flatMap} would make all grants' ways first. */
    private Stream<Way> ways(RightId right, Place asked, Moment moment, Predicate<Grant> worthTelling) {
        Reach reach = world.reach(right);
        if (reach == null) {
            return Stream.empty();
        }
        Place place = world.placeFor(reach, asked);
        Stream<Way> byOffice = right.ofPortal() && person.administrator()
                ? Stream.of(new Way(List.of(new Fact.Administrator())))
                : Stream.empty();
        Stream<Way> byTie = new TieWays(world, person, right, reach, place, moment).all();
        Stream<Way> byGrant = grants.of(right, reach, place, world).stream()
                .filter(worthTelling)
                .map(grant -> way(grant, right, place, moment));
        return Stream.concat(Stream.concat(byOffice, byTie), byGrant);
    }

    private Way way(Grant grant, RightId right, Place place, Moment moment) {
        return new GrantWay(world, person, grant, right, place, moment).way();
    }

    /** Profiles whose people have to do with all schools, by their office. */
    static boolean everywhere(Profile profile) {
        return profile == Profile.MUNICIPAL_STAFF || profile == Profile.INSPECTOR || profile == Profile.GUEST;
    }

    /** Whether a place is no place in particular. */
    static boolean anywhere(Place place) {
        return place.kind() == Kind.ANYWHERE;
    }

    /** Whether a place is this one. */
    static boolean is(Place place, Kind kind, UUID id) {
        return place.kind() == kind && place.id().equals(id);
    }
}
