package fr.preau.server.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.preau.api.Caller;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Reads what decisions are made from: one statement, which brings the facts only if they changed since they were last read
 * here. So what changes on one node counts for the next request on every node. Thread-safe.
 */
@Singleton
public final class Standings {
    private static final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private record Tenant(long version, long catalogue, World world) {}

    private record Person(long version, long catalogue, Standing standing) {}

    private record Key(int tenantId, UUID personId) {}

    private final LongAdder readings = new LongAdder();
    private final FactsDao dao;
    private final RunningServices running;
    private final Cache<Integer, Tenant> tenants =
            Caffeine.newBuilder().maximumSize(500).build();
    private final Cache<Key, Person> persons = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterAccess(Duration.ofMinutes(30))
            .build();

    @Inject
    Standings(Database database, RunningServices running) {
        this.dao = database.core().dao(FactsDao.class);
        this.running = running;
    }

    /** The standing of who makes a request: read once in a request, see {@link RequestStanding}. */
    public Standing of(Caller caller) {
        return of(caller.tenantId(), caller.personId())
                .orElseThrow(() -> new IllegalStateException("a caller is a person of the tenant"));
    }

    /** The standing of a person; empty if the tenant has no such person. */
    public Optional<Standing> of(int tenantId, UUID personId) {
        Key key = new Key(tenantId, personId);
        Tenant tenant = tenants.getIfPresent(tenantId);
        Person person = persons.getIfPresent(key);
        FactsDao.Row row = Scope.in(
                tenantId,
                Mode.READ,
                () -> ask(
                        personId,
                        null,
                        tenant == null ? -1 : tenant.version(),
                        person == null ? -1 : person.version(),
                        tenant == null ? -1 : tenant.catalogue()));
        World world = world(tenantId, tenant, row);
        if (person != null
                && person.version() == row.version()
                && person.catalogue() == row.catalogue()
                && person.standing().world() == world) {
            return Optional.of(person.standing());
        }
        PersonFacts facts = row.person() != null
                ? parse(row.person(), PersonFacts.class)
                : person == null || person.version() != row.version()
                        ? null
                        : person.standing().person();
        if (facts == null) {
            return Optional.empty();
        }
        Standing standing = new Standing(world, facts, plugin -> running.runs(tenantId, plugin));
        persons.put(key, new Person(row.version(), row.catalogue(), standing));
        return Optional.of(standing);
    }

    /**
     * As {@link #of(int, UUID)}, as the present transaction sees it; nothing of it is remembered. For changes that depend on what
     * somebody may.
     */
    Optional<Standing> fresh(int tenantId, UUID personId) {
        FactsDao.Row row = ask(personId, null, -1, -1, -1);
        return row.tenant() == null
                ? Optional.empty()
                : standing(tenantId, new World(parse(row.tenant(), TenantFacts.class)), row);
    }

    /** The standing of a person towards a thing that was shared; nothing of the person is remembered. */
    public Optional<Standing> towards(int tenantId, UUID personId, UUID resource) {
        Tenant tenant = tenants.getIfPresent(tenantId);
        FactsDao.Row row = Scope.in(
                tenantId,
                Mode.READ,
                () -> ask(
                        personId,
                        resource,
                        tenant == null ? -1 : tenant.version(),
                        -1,
                        tenant == null ? -1 : tenant.catalogue()));
        return standing(tenantId, world(tenantId, tenant, row), row);
    }

    /** How often facts were asked for since the start: once in a request, whatever it decides. */
    public long readings() {
        return readings.sum();
    }

    private FactsDao.Row ask(UUID person, @Nullable UUID resource, long version, long personVersion, long catalogue) {
        readings.increment();
        return dao.read(person, resource, version, personVersion, catalogue);
    }

    private Optional<Standing> standing(int tenantId, World world, FactsDao.Row row) {
        return Optional.ofNullable(row.person())
                .map(person -> new Standing(
                        world, parse(person, PersonFacts.class), plugin -> running.runs(tenantId, plugin)));
    }

    private World world(int tenantId, @Nullable Tenant known, FactsDao.Row row) {
        if (row.tenant() == null && known != null) {
            return known.world();
        }
        World world = new World(row.tenant() == null ? TenantFacts.NONE : parse(row.tenant(), TenantFacts.class));
        tenants.put(tenantId, new Tenant(row.version(), row.catalogue(), world));
        return world;
    }

    private static <T> T parse(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts are written and read in one place", e);
        }
    }
}
