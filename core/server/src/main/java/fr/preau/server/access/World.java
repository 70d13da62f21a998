package fr.preau.server.access;

import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.access.Place;
import fr.preau.api.access.Place.Kind;
import fr.preau.server.access.PersonFacts.Grant;
import fr.preau.server.access.TenantFacts.Group;
import fr.preau.server.access.TenantFacts.Holder;
import fr.preau.server.access.TenantFacts.Party;
import fr.preau.server.access.TenantFacts.Right;
import fr.preau.server.access.TenantFacts.Role;
import fr.preau.server.access.TenantFacts.School;
import fr.preau.server.access.TenantFacts.SchoolClass;
import fr.preau.server.access.TenantFacts.Service;
import fr.preau.server.access.TenantFacts.Signature;
import fr.preau.server.access.TenantFacts.Span;
import fr.preau.server.access.TenantFacts.Stop;
import fr.preau.server.convention.Side;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A tenant's facts, ready to be asked. Immutable, thread-safe. */
public final class World {
    private static final UUID NOWHERE = new UUID(0, 0);

    private final TenantFacts facts;
    private final Map<UUID, School> schools;
    private final Map<UUID, SchoolClass> classes;
    private final Map<UUID, Group> groups;
    private final Map<UUID, Role> roles;
    private final Map<RightId, Right> rights;
    private final Map<RightId, Map<Profile, Holder>> holders = new HashMap<>();
    private final Map<String, Map<UUID, List<Span>>> openings;

    /** From what was read. */
    public World(TenantFacts facts) {
        this.facts = facts;
        this.schools = byKey(facts.schools(), School::id);
        this.classes = byKey(facts.classes(), SchoolClass::id);
        this.groups = byKey(facts.groups(), Group::id);
        this.roles = byKey(facts.roles(), Role::id);
        this.rights = byKey(facts.rights(), Right::id);
        for (Holder holder : facts.holders()) {
            holders.computeIfAbsent(new RightId(holder.plugin(), holder.name()), key -> new HashMap<>())
                    .put(holder.profile(), holder);
        }
        this.openings = facts.openings().stream()
                .collect(Collectors.groupingBy(Span::plugin, Collectors.groupingBy(Span::school)));
    }

    private static <K, V> Map<K, V> byKey(Collection<V> values, Function<V, K> key) {
        return values.stream().collect(Collectors.toUnmodifiableMap(key, value -> value, (first, second) -> first));
    }

    /** What was read. */
    public TenantFacts facts() {
        return facts;
    }

    /** A right, null if no plugin declares it. */
    public @Nullable Right right(RightId id) {
        return rights.get(id);
    }

    @Nullable
    Reach reach(RightId id) {
        Right right = rights.get(id);
        return right == null ? null : right.reach();
    }

    @Nullable
    Holder holder(RightId right, Profile profile) {
        return holders.getOrDefault(right, Map.of()).get(profile);
    }

    /** A role, null if there is none of that id. */
    public @Nullable Role role(UUID id) {
        return roles.get(id);
    }

    @Nullable
    SchoolClass schoolClass(UUID id) {
        return classes.get(id);
    }

    @Nullable
    UUID schoolOfGroup(UUID id) {
        Group group = groups.get(id);
        return group == null ? null : group.school();
    }

    /** The place that counts for a right of this reach: a class stands for its school if the right is about schools. */
    Place placeFor(Reach reach, Place place) {
        if (reach == Reach.TENANT && place.kind() != Kind.RESOURCE) {
            return Place.anywhere();
        }
        if (reach == Reach.SCHOOL && place.kind() == Kind.CLASS) {
            SchoolClass known = classes.get(place.id());
            return Place.school(known == null ? NOWHERE : known.school());
        }
        return place;
    }

    /** Whether a service runs in a school. */
    public boolean isOpen(String plugin, UUID school, java.time.Instant at) {
        return spans(plugin, school).stream().anyMatch(span -> span.holds(at));
    }

    private List<Span> spans(String plugin, UUID school) {
        return openings.getOrDefault(plugin, Map.of()).getOrDefault(school, List.of());
    }

    /** Whether the convention has the service run where the place is; nothing for the portal's own rights. */
    Optional<Fact> openAt(RightId right, Place place, Moment moment) {
        if (right.ofPortal()) {
            return Optional.empty();
        }
        UUID school = GrantWay.schoolOf(this, place);
        if (school != null) {
            return open(right, school, moment);
        }
        if (place.kind() == Kind.CLASS) {
            return Optional.of(open(right.plugin(), null, moment));
        }
        return Optional.of(open(right.plugin(), anyOpen(right.plugin(), moment), moment));
    }

    private @Nullable UUID anyOpen(String plugin, Moment moment) {
        return openings.getOrDefault(plugin, Map.of()).values().stream()
                .flatMap(List::stream)
                .filter(span -> span.holds(moment.instant()))
                .map(Span::school)
                .findFirst()
                .orElse(null);
    }

    /** Whether the convention has the service run in a school; nothing for the portal's own rights. */
    Optional<Fact> open(RightId right, UUID school, Moment moment) {
        return right.ofPortal() ? Optional.empty() : Optional.of(open(right.plugin(), school, moment));
    }

    private Fact.Open open(String plugin, @Nullable UUID school, Moment moment) {
        List<Span> spans = school == null ? List.of() : spans(plugin, school);
        Span now = spans.stream()
                .filter(span -> span.holds(moment.instant()))
                .findFirst()
                .orElse(null);
        Span next = spans.stream()
                .filter(span -> span.since().isAfter(moment.instant()))
                .min(Comparator.comparing(Span::since))
                .orElse(null);
        Stop stop = now != null
                ? null
                : facts.stops().stream()
                        .filter(each -> each.fromProfile().isEmpty()
                                && each.stops(plugin)
                                && each.holds(moment.instant())
                                && (each.school() == null || each.school().equals(school)))
                        .findFirst()
                        .orElse(null);
        Service service = facts.services().stream()
                .filter(each -> each.plugin().equals(plugin))
                .findFirst()
                .orElse(null);
        Span told = now != null ? now : next;
        return new Fact.Open(
                plugin,
                service == null ? plugin : service.title(),
                school,
                school == null ? "" : nameOf(school),
                told == null ? null : told.since(),
                signers(plugin),
                now != null || service == null ? List.of() : missing(service, school),
                stop,
                now != null);
    }

    private List<Signature> signers(String plugin) {
        return facts.signatures().stream()
                .filter(each -> each.plugin().equals(plugin))
                .toList();
    }

    private List<Party> missing(Service service, @Nullable UUID school) {
        School known = school == null ? null : schools.get(school);
        List<UUID> signed =
                signers(service.plugin()).stream().map(Signature::party).toList();
        return facts.parties().stream()
                .filter(party -> Side.of(service.authority()).contains(party.side()))
                .filter(party ->
                        known == null || party.insee() == null || party.insee().equals(known.insee()))
                .filter(party -> !signed.contains(party.id()))
                .toList();
    }

    Fact thisYear(UUID classId, Moment moment) {
        SchoolClass known = classes.get(classId);
        return new Fact.ThisYear(
                known == null ? "" : known.name(), known != null && known.year() == moment.schoolYear());
    }

    /** The stop that keeps what one profile shared from another, null if none does. */
    @Nullable
    Stop apart(Grant share, Profile reader, Moment moment) {
        return facts.stops().stream()
                .filter(stop -> stop.fromProfile().equals(share.byProfile())
                        && stop.toProfile().equals(reader.name())
                        && stop.stops(share.plugin())
                        && stop.holds(moment.instant())
                        && (stop.school() == null || stop.school().equals(share.resourceSchool())))
                .findFirst()
                .orElse(null);
    }

    List<RightId> rightsOfLevel(Grant share) {
        return facts.levels().stream()
                .filter(level -> level.plugin().equals(share.plugin())
                        && level.kind().equals(share.kind())
                        && level.level().equals(share.level()))
                .map(level -> new RightId(level.plugin(), level.name()))
                .toList();
    }

    String levelName(Grant share) {
        return facts.levels().stream()
                .filter(level -> level.plugin().equals(share.plugin())
                        && level.kind().equals(share.kind())
                        && level.level().equals(share.level()))
                .map(TenantFacts.Level::label)
                .findFirst()
                .orElse(share.level());
    }

    /** The place of an id: a school, a class or a group; a shared thing if it is none of them. */
    public Place placeOf(UUID id) {
        if (schools.containsKey(id)) {
            return Place.school(id);
        }
        if (classes.containsKey(id)) {
            return Place.schoolClass(id);
        }
        return groups.containsKey(id) ? Place.group(id) : Place.resource(id);
    }

    /** The school that a place is or belongs to; null for anything else. */
    public @Nullable UUID schoolOf(Place place) {
        return GrantWay.schoolOf(this, place);
    }

    /** The title of a service, as the convention has it; its id if that says nothing of it. */
    public String titleOf(String plugin) {
        return facts.services().stream()
                .filter(each -> each.plugin().equals(plugin))
                .map(Service::title)
                .findFirst()
                .orElse(plugin.equals(RightId.GIVE_ROLES.plugin()) ? "Espace" : plugin);
    }

    /** The name of a school, a class or a group; empty for anything else. */
    public String nameOf(UUID id) {
        if (schools.containsKey(id)) {
            return schools.get(id).name();
        }
        if (classes.containsKey(id)) {
            return classes.get(id).name();
        }
        return groups.containsKey(id) ? groups.get(id).name() : "";
    }

    /** What a grant's subject is about, by name: a class, a school, a group, a municipal service. */
    public String subjectName(String subject) {
        String about = subject.substring(subject.indexOf(':') + 1);
        if (subject.startsWith("SERVICE:") || subject.startsWith("PROFILE:")) {
            return about;
        }
        try {
            return nameOf(UUID.fromString(about));
        } catch (IllegalArgumentException e) {
            return about;
        }
    }
}
