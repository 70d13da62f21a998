package fr.preau.testkit.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.preau.testkit.contract.Slot.Place;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a body of the form that a route takes, from the record that it is read into. */
final class JsonSample {
    private static final int DEEPEST = 5;

    private final List<Slot> slots;

    private JsonSample(List<Slot> slots) {
        this.slots = slots;
    }

    /** The JSON, with {@code "@@n@@"} where the n-th of the slots goes; adds its own to them. */
    static String of(Type type, List<Slot> slots) {
        return new JsonSample(slots).sample("body", type, 0).toString();
    }

    private JsonNode sample(String name, Type type, int depth) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Class<?> raw = Kinds.raw(type);
        if (depth > DEEPEST) {
            return json.nullNode();
        }
        if (Collection.class.isAssignableFrom(raw)) {
            return json.arrayNode().add(sample(name, Kinds.inner(type), depth + 1));
        }
        if (raw == Optional.class) {
            return sample(name, Kinds.inner(type), depth);
        }
        if (Map.class.isAssignableFrom(raw)) {
            return json.objectNode();
        }
        if (raw.isRecord()) {
            ObjectNode object = json.objectNode();
            for (RecordComponent part : raw.getRecordComponents()) {
                object.set(nameOf(part), sample(part.getName(), part.getGenericType(), depth + 1));
            }
            return object;
        }
        return leaf(name, type, raw);
    }

    private JsonNode leaf(String name, Type type, Class<?> raw) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Slot slot = Kinds.slot(Place.JSON, name, type);
        if (slot.kind() == Slot.Kind.TEXT && Temporal.class.isAssignableFrom(raw)) {
            return json.textNode(raw == LocalTime.class ? "10:00" : "2026-11-23T10:00:00Z");
        }
        slots.add(slot);
        return json.textNode("@@" + (slots.size() - 1) + "@@");
    }

    private static String nameOf(RecordComponent part) {
        JsonProperty renamed = part.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null || renamed.value().isEmpty() ? part.getName() : renamed.value();
    }
}
