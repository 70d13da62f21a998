package fr.preau.testkit.contract;

import fr.preau.testkit.contract.Slot.Kind;
import fr.preau.testkit.contract.Slot.Place;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Tells from a parameter's Java type what fits. */
final class Kinds {
    private static final Set<Class<?>> NUMBERS = Set.of(
            int.class, long.class, short.class, Integer.class, Long.class, Short.class, double.class, Double.class);

    private Kinds() {}

    static Slot slot(Place place, String name, Type declared) {
        Class<?> type = raw(inner(declared));
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return new Slot(place, name, Kind.OPTION, names);
        }
        return new Slot(place, name, kind(type), List.of());
    }

    private static Kind kind(Class<?> type) {
        if (type == UUID.class) {
            return Kind.ID;
        }
        if (type == LocalDate.class) {
            return Kind.DATE;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Kind.FLAG;
        }
        return NUMBERS.contains(type) ? Kind.NUMBER : Kind.TEXT;
    }

    /** Of a list, a set or an optional: what is in it. */
    static Type inner(Type type) {
        return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length == 1
                ? generic.getActualTypeArguments()[0]
                : type;
    }

    static Class<?> raw(Type type) {
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }
}
