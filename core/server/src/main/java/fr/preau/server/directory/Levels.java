package fr.preau.server.directory;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The levels of a class, in the order children go through them. */
final class Levels {
    private static final List<String> ORDER = List.of("TPS", "PS", "MS", "GS", "CP", "CE1", "CE2", "CM1", "CM2");

    private Levels() {}

    /** “CE1, CE2” from “CE2”, “CE1”, “”; levels of another name (ULIS, CLIS) come last. */
    static String joined(Collection<String> levels) {
        return levels.stream()
                .filter(level -> !level.isBlank())
                .distinct()
                .sorted(Comparator.comparingInt(Levels::rank).thenComparing(Comparator.naturalOrder()))
                .collect(Collectors.joining(", "));
    }

    /** The levels of {@link #joined}. */
    static List<String> split(String joined) {
        return Stream.of(joined.split(", ", -1))
                .filter(level -> !level.isBlank())
                .toList();
    }

    private static int rank(String level) {
        int rank = ORDER.indexOf(level.toUpperCase(Locale.ROOT));
        return rank < 0 ? ORDER.size() : rank;
    }
}
