package fr.preau.server.access;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision in words.
 *
 * @param allowed whether it is allowed
 * @param headline the answer in one sentence
 * @param required what must hold whatever the way
 * @param ways allowed: the ways; refused: those that are near
 */
public record Told(boolean allowed, String headline, List<Sentence> required, List<List<Sentence>> ways) {
    /**
     * A fact in words.
     *
     * @param holds whether it speaks for the person
     * @param text the fact
     * @param change if it does not: who can change it, or what to wait for
     */
    public record Sentence(
            boolean holds, String text, @Nullable String change) {}

    /** What stands in the way, nearest first, each once, with who can change it. */
    public List<Sentence> obstacles() {
        Stream<Sentence> nearest = ways.isEmpty() ? Stream.empty() : ways.get(0).stream();
        return Stream.concat(required.stream(), nearest)
                .filter(sentence -> !sentence.holds())
                .distinct()
                .toList();
    }

    /** All in one sentence. */
    public String sentence() {
        List<Sentence> told =
                allowed ? Stream.concat(required.stream(), ways.get(0).stream()).toList() : obstacles();
        return told.isEmpty()
                ? headline + "."
                : headline + " : " + told.stream().map(Sentence::text).collect(Collectors.joining(" ; ")) + ".";
    }
}
