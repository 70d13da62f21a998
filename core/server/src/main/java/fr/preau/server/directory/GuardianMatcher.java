package fr.preau.server.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Recognises guardians: the same name, and a child, an e-mail, a telephone number or an address in common. Within one file
 * two rows are two people, even of one name: nobody can tell whether they are one person typed twice, so each row takes
 * its own. Which takes which is chosen so that a file that has not changed changes nothing.
 */
final class GuardianMatcher {
    /**
     * A row that could be a person.
     *
     * @param row the row's place
     * @param person the person
     * @param complete whether the person has all the traits of the row
     * @param common weight of what they share
     * @param foreign weight of what the person has and the row has not
     * @param hints further traits they share
     */
    private record Pair(int row, PersonState person, boolean complete, int common, int foreign, int hints) {}

    private static final Comparator<Pair> BEST_FIRST = Comparator.comparing((Pair pair) -> !pair.complete())
            .thenComparing(pair -> -pair.common())
            .thenComparing(pair -> pair.foreign())
            .thenComparing(pair -> -pair.hints());

    private GuardianMatcher() {}

    /**
     * Assigns the rows of one file.
     *
     * @param rows what the rows say
     * @param children the children of each row
     * @param candidates the people known, with the children they have ties with
     * @return for each row that is someone known, who
     */
    static Map<Integer, PersonState> assign(
            List<PersonState> rows, List<Set<UUID>> children, Map<PersonState, Set<UUID>> candidates) {
        Map<NameKey, List<PersonState>> byName = new HashMap<>();
        candidates
                .keySet()
                .forEach(person -> NameKey.of(person.name())
                        .forEach(key -> byName.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(person)));
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            GuardianTraits row = GuardianTraits.of(rows.get(i), children.get(i));
            Set<PersonState> namesakes = new LinkedHashSet<>();
            NameKey.of(rows.get(i).name()).forEach(key -> namesakes.addAll(byName.getOrDefault(key, List.of())));
            for (PersonState person : namesakes) {
                GuardianTraits traits = GuardianTraits.of(person, candidates.getOrDefault(person, Set.of()));
                int common = row.inCommon(traits);
                if (common > 0) {
                    pairs.add(new Pair(
                            i,
                            person,
                            common == row.total(),
                            common,
                            traits.total() - common,
                            row.hintsInCommon(traits)));
                }
            }
        }
        // The sort is stable: rows in their order, people in theirs, wherever nothing else decides.
        pairs.sort(BEST_FIRST);
        Map<Integer, PersonState> assigned = new HashMap<>();
        Set<UUID> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (!assigned.containsKey(pair.row()) && taken.add(pair.person().id())) {
                assigned.put(pair.row(), pair.person());
            }
        }
        return assigned;
    }
}
