package fr.preau.server.access;

import fr.preau.api.Authority;
import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.server.convention.Side;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What decisions need to know of a tenant, as read. Immutable.
 *
 * @param openings when services run in schools: those that have not ended
 * @param schools the schools
 * @param classes the classes, of past years too
 * @param groups groups made by hand
 * @param rights the rights that plugins declare
 * @param holders which profiles hold which rights
 * @param roles the roles, removed ones too
 * @param levels what levels of sharing give
 * @param parties the parties of the convention
 * @param services the services of the version in force or, before any is, of the one being signed
 * @param signatures the signatures under them
 * @param stops stops that have neither ended nor been lifted
 */
public record TenantFacts(
        List<Span> openings,
        List<School> schools,
        List<SchoolClass> classes,
        List<Group> groups,
        List<Right> rights,
        List<Holder> holders,
        List<Role> roles,
        List<Level> levels,
        List<Party> parties,
        List<Service> services,
        List<Signature> signatures,
        List<Stop> stops) {

    /** A tenant of which nothing is known: nobody may do anything. */
    static final TenantFacts NONE = new TenantFacts(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
            List.of(), List.of(), List.of());

    /** A service runs in a school. */
    public record Span(
            String plugin,
            UUID school,
            Instant since,
            @Nullable Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(since) && (until == null || at.isBefore(until));
        }
    }

    /** A school; {@code insee}: of its commune. */
    public record School(UUID id, String name, String insee) {}

    /** A class; {@code year}: in which its school year begins. */
    public record SchoolClass(UUID id, UUID school, int year, String name) {}

    /** A group made by hand, of one school or of none. */
    public record Group(UUID id, @Nullable UUID school, String name) {}

    /** A right. */
    public record Right(String plugin, String name, String label, Reach reach) {
        /** Its id. */
        public RightId id() {
            return new RightId(plugin, name);
        }
    }

    /** A profile that holds a right; {@code minAge} in years, for pupils. */
    public record Holder(
            String plugin,
            String name,
            Profile profile,
            @Nullable Integer minAge) {}

    /** A role and what it bundles. */
    public record Role(UUID id, String name, boolean removed, List<Bundled> rights) {}

    /** A right in a role. */
    public record Bundled(String plugin, String name) {
        /** Its id. */
        public RightId id() {
            return new RightId(plugin, name);
        }
    }

    /** A right that a level of sharing gives. */
    public record Level(String plugin, String kind, String level, String label, String name) {}

    /** A party of the convention; {@code insee} null: it speaks for all schools. */
    public record Party(
            UUID id, Side side, String name, @Nullable String insee) {}

    /** A service in the convention. */
    public record Service(String plugin, String title, Authority authority) {}

    /** A signature under a service. */
    public record Signature(String plugin, UUID party, String name, String quality, Instant at) {}

    /** A stop; empty profiles: of whole services. */
    public record Stop(
            UUID id,
            String plugin,
            @Nullable UUID school,
            String fromProfile,
            String toProfile,
            UUID party,
            String name,
            String reason,
            Instant since,
            @Nullable Instant until) {
        boolean holds(Instant at) {
            return !at.isBefore(since) && (until == null || at.isBefore(until));
        }

        boolean stops(String pluginId) {
            return plugin.isEmpty() || plugin.equals(pluginId);
        }
    }
}
