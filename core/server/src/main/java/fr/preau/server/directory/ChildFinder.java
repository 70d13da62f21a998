package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Child;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Finds the pupil of this school that a guardian's row names. By name, family or in use: class labels often differ between
 * the two files, so the class only tells homonyms apart. Never looks into other schools, where a namesake may be. For one
 * import; not thread-safe.
 */
final class ChildFinder {
    private final Map<NameKey, Set<UUID>> byName = new HashMap<>();
    private final Map<UUID, Set<String>> classKeys = new HashMap<>();

    ChildFinder(Known known, List<PupilMatch> matches) {
        for (PupilMatch match : matches) {
            NameKey.of(match.read().name()).forEach(key -> add(key, match.personId()));
            addClass(match.personId(), match.read().className());
        }
        for (Known.Membership membership : known.currentHere(Role.PUPIL)) {
            PersonState person = known.person(membership.personId());
            if (person != null) {
                NameKey.of(person.name()).forEach(key -> add(key, person.id()));
                addClass(person.id(), membership.className());
            }
        }
    }

    private void add(NameKey key, UUID id) {
        byName.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(id);
    }

    private void addClass(UUID id, String label) {
        classKeys.computeIfAbsent(id, k -> new LinkedHashSet<>()).add(NameKey.key(label));
    }

    /** Whether the school has any pupil to find. */
    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The pupils that fit: one if all is well, none if there is no such pupil, several if they can't be told apart. */
    List<UUID> find(Child child) {
        Set<UUID> named = new LinkedHashSet<>();
        NameKey.of(child.name()).forEach(key -> named.addAll(byName.getOrDefault(key, Set.of())));
        if (named.size() < 2) {
            return List.copyOf(named);
        }
        String label = NameKey.key(child.className());
        List<UUID> inClass = named.stream()
                .filter(id -> classKeys.getOrDefault(id, Set.of()).contains(label))
                .toList();
        return inClass.size() == 1 ? inClass : List.copyOf(named);
    }

    /** A child's name, for a message. */
    static String words(Child child) {
        return child.name().first() + " " + child.name().shown();
    }
}
