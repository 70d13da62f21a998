package fr.preau.server.plugin;

import fr.preau.api.event.EventType;
import fr.preau.api.event.Events;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Publishing for one plugin, on the plugin's own connection. Thread-safe. */
final class EntEvents implements Events {
    private final Jdbi jdbi;
    private final List<EventType> declared;
    private final Payloads payloads;

    EntEvents(Jdbi jdbi, List<EventType> declared, Payloads payloads) {
        this.jdbi = jdbi;
        this.declared = declared;
        this.payloads = payloads;
    }

    @Override
    public void publish(String name, String aggregate, Object payload) {
        tell(name, aggregate, null, payload);
    }

    @Override
    public void publish(String name, String aggregate, UUID schoolId, Object payload) {
        tell(name, aggregate, schoolId, payload);
    }

    private void tell(String name, String aggregate, @Nullable UUID schoolId, Object payload) {
        if (declared.stream()
                .noneMatch(type -> type.name().equals(name) && type.payload().equals(payload.getClass()))) {
            throw new IllegalArgumentException(
                    "no event " + name + " with a " + payload.getClass().getSimpleName() + " is declared");
        }
        String json = payloads.write(payload);
        jdbi.useHandle(
                handle -> handle.createQuery("select ent.publish(:name, :aggregate, :school::uuid, :payload)::text")
                        .bind("name", name)
                        .bind("aggregate", aggregate)
                        .bind("school", schoolId)
                        .bind("payload", json)
                        .mapTo(String.class)
                        .list());
    }
}
