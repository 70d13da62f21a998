package fr.preau.server.audit;

import fr.preau.api.Caller;
import fr.preau.api.access.SensitiveLookups;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.http.NotRecorded;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Look-ups of sensitive data. Those of a request are gathered and written in one statement before its answer leaves, when the
 * plugin's connection is given back: nobody waits for a connection of the core while holding another. What was seen stays
 * seen, whatever becomes of the request; if it can't be written, nothing is shown. Thread-safe.
 */
@Singleton
public final class LookupLog implements SensitiveLookups {
    private final AuditDao dao;
    private final Consumer<List<Lookup>> writer = this::write;

    @Inject
    LookupLog(Database database) {
        this.dao = database.core().dao(AuditDao.class);
    }

    private record Lookup(Caller caller, UUID personId, String what) {}

    @Override
    public void record(Caller caller, UUID personId, String what) {
        Scope.gather(new Lookup(caller, personId, what), writer);
    }

    private void write(List<Lookup> lookups) {
        // Who looks twice at the same in one request has seen it once.
        Map<Caller, Set<Lookup>> byCaller = new LinkedHashMap<>();
        lookups.forEach(each -> byCaller.computeIfAbsent(each.caller(), caller -> new LinkedHashSet<>())
                .add(each));
        try {
            byCaller.forEach((caller, seen) -> write(caller, List.copyOf(seen)));
        } catch (RuntimeException e) {
            throw new NotRecorded(e);
        }
    }

    private void write(Caller caller, List<Lookup> seen) {
        UUID[] persons = seen.stream().map(Lookup::personId).toArray(UUID[]::new);
        String[] whats = seen.stream().map(Lookup::what).toArray(String[]::new);
        Scope.run(caller.tenantId(), Mode.WRITE, () -> {
            if (dao.addLookups(caller.personId(), caller.displayName(), persons, whats) < persons.length) {
                throw new IllegalArgumentException("nobody of this tenant has one of the ids " + List.of(persons));
            }
        });
    }
}
