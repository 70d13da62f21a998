package fr.preau.server.access;

import fr.preau.api.access.Place;
import fr.preau.server.access.PersonFacts.Grant;
import fr.preau.server.access.TenantFacts.Bundled;
import fr.preau.server.access.TenantFacts.Role;
import fr.preau.server.access.TenantFacts.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What would be decided if something were otherwise: the same engine over facts that were changed in the mind. Pure. */
public final class WhatIf {
    private static final UUID IMAGINED = new UUID(0, 1);

    private WhatIf() {}

    /**
     * The standing if one thing were otherwise.
     *
     * @param change {@code role}: a role with the right were given for the place; {@code open}: the service were open everywhere;
     *     {@code closed}: it were open nowhere; {@code suspended}: the account were suspended
     * @return null for any other change
     */
    public static @Nullable Standing imagine(Standing standing, String change, RightId right, Place place, Instant at) {
        TenantFacts tenant = standing.world().facts();
        PersonFacts person = standing.person();
        return switch (change) {
            case "role" -> standing.with(withRole(tenant, right), withGrant(person, place, new Moment(at).day()));
            case "open" -> standing.with(withOpenings(tenant, right.plugin(), true, at), person);
            case "closed" -> standing.with(withOpenings(tenant, right.plugin(), false, at), person);
            case "suspended" -> standing.with(tenant, suspended(person, at));
            default -> null;
        };
    }

    private static TenantFacts withRole(TenantFacts facts, RightId right) {
        List<Role> roles = new ArrayList<>(facts.roles());
        roles.add(new Role(IMAGINED, "…", false, List.of(new Bundled(right.plugin(), right.name()))));
        return new TenantFacts(
                facts.openings(),
                facts.schools(),
                facts.classes(),
                facts.groups(),
                facts.rights(),
                facts.holders(),
                roles,
                facts.levels(),
                facts.parties(),
                facts.services(),
                facts.signatures(),
                facts.stops());
    }

    private static PersonFacts withGrant(PersonFacts person, Place place, LocalDate day) {
        List<Grant> grants = new ArrayList<>(person.grants());
        String scope = Standing.anywhere(place) ? "TENANT" : place.kind().name();
        grants.add(new Grant(
                IMAGINED,
                IMAGINED,
                "PERSON:" + person.id(),
                scope,
                Standing.anywhere(place) ? null : place.id(),
                "",
                "",
                null,
                "",
                day,
                null,
                "…",
                "",
                null,
                List.of()));
        return new PersonFacts(
                person.id(),
                person.name(),
                person.profile(),
                person.birthDate(),
                person.service(),
                person.suspendedAt(),
                person.administrator(),
                person.delegate(),
                person.memberships(),
                person.children(),
                person.groups(),
                grants);
    }

    private static TenantFacts withOpenings(TenantFacts facts, String plugin, boolean open, Instant at) {
        List<Span> openings = new ArrayList<>(facts.openings());
        openings.removeIf(span -> span.plugin().equals(plugin));
        if (open) {
            facts.schools().forEach(school -> openings.add(new Span(plugin, school.id(), at, null)));
        }
        return new TenantFacts(
                openings,
                facts.schools(),
                facts.classes(),
                facts.groups(),
                facts.rights(),
                facts.holders(),
                facts.roles(),
                facts.levels(),
                facts.parties(),
                facts.services(),
                facts.signatures(),
                facts.stops());
    }

    private static PersonFacts suspended(PersonFacts person, Instant at) {
        return new PersonFacts(
                person.id(),
                person.name(),
                person.profile(),
                person.birthDate(),
                person.service(),
                at,
                person.administrator(),
                person.delegate(),
                person.memberships(),
                person.children(),
                person.groups(),
                person.grants());
    }
}
