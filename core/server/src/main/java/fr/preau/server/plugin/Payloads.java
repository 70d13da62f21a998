package fr.preau.server.plugin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.preau.api.event.Event;

/**
 * One plugin's payloads, written and read. It has caches of its own: Jackson's shared one would keep a stopped plugin's classes
 * alive. Thread-safe.
 */
final class Payloads {
    private final ObjectMapper mapper = new ObjectMapper()
            .setTypeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)))
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    String write(Object payload) {
        try {
            return mapper.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON can be made of this payload", e);
        }
    }

    Event.Payload read(String json) {
        return new Read(json);
    }

    private final class Read implements Event.Payload {
        private final String json;

        Read(String json) {
            this.json = json;
        }

        @Override
        public String json() {
            return json;
        }

        @Override
        public <T> T as(Class<T> type) {
            try {
                return mapper.readValue(json, type);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException(
                        "the payload is no " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
            }
        }
    }
}
