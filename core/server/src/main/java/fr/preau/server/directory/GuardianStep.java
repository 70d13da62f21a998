package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Child;
import fr.preau.api.directory.DirectoryReading.Guardian;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The guardians: who they are, and for which pupils of the school they are responsible. For one import. */
final class GuardianStep {
    private final Draft draft;
    private final Known known;
    private final ChildFinder finder;
    private final TieStep ties;

    /** The people a row may be: those known, and those whom an earlier file of this import brought. */
    private final Map<UUID, Set<UUID>> childrenOf = new LinkedHashMap<>();

    GuardianStep(Draft draft, ChildFinder finder, Set<UUID> pupilsHere) {
        this.draft = draft;
        this.known = draft.known();
        this.finder = finder;
        this.ties = new TieStep(draft, pupilsHere);
        for (PersonState person : known.people()) {
            if (person.profile() == Profile.GUARDIAN) {
                childrenOf.put(person.id(), known.childrenOf(person.id()));
            }
        }
    }

    void read(List<Guardian> guardians) {
        if (finder.isEmpty()) {
            draft.note("Aucun élève n’est encore connu dans cette école : les responsables n’ont pas pu leur être "
                    + "rattachés et ne sont pas repris. Donnez aussi le fichier des élèves.");
            return;
        }
        Map<String, List<Guardian>> files = guardians.stream()
                .collect(Collectors.groupingBy(
                        guardian -> guardian.origin().file(), LinkedHashMap::new, Collectors.toList()));
        files.values().forEach(this::readFile);
        ties.checkAbsent();
    }

    private void readFile(List<Guardian> guardians) {
        List<Guardian> kept = new ArrayList<>();
        List<PersonState> rows = new ArrayList<>();
        List<Set<UUID>> children = new ArrayList<>();
        for (Guardian guardian : guardians) {
            Set<UUID> found = children(guardian);
            if (found.isEmpty()) {
                if (!guardian.children().isEmpty()) {
                    draft.leaveOut(
                            guardian.origin(),
                            "Aucun enfant de cette personne n'a été trouvé dans l'école : cette ligne est laissée de côté.");
                }
                continue;
            }
            kept.add(guardian);
            rows.add(state(guardian, UUID.randomUUID()));
            children.add(found);
        }
        warnOfNamesakes(kept);
        Map<PersonState, Set<UUID>> candidates = new LinkedHashMap<>();
        childrenOf.forEach((id, ids) -> {
            PersonState person = draft.person(id);
            if (person != null) {
                candidates.put(person, ids);
            }
        });
        Map<Integer, PersonState> assigned = GuardianMatcher.assign(rows, children, candidates);
        for (int i = 0; i < kept.size(); i++) {
            PersonState match = assigned.get(i);
            UUID id = match == null ? rows.get(i).id() : match.id();
            draft.read(state(kept.get(i), id));
            childrenOf.merge(id, children.get(i), (before, now) -> {
                Set<UUID> both = new LinkedHashSet<>(before);
                both.addAll(now);
                return both;
            });
            ties.want(id, children.get(i), kept.get(i).origin());
        }
    }

    private Set<UUID> children(Guardian guardian) {
        Set<UUID> children = new LinkedHashSet<>();
        for (Child child : guardian.children()) {
            List<UUID> found = finder.find(child);
            if (found.size() == 1) {
                children.add(found.get(0));
                continue;
            }
            ties.unsure(guardian.name());
            draft.warn(
                    guardian.origin(),
                    found.isEmpty()
                            ? "L'enfant " + ChildFinder.words(child)
                                    + " n'a pas été trouvé dans l'école : il n'est pas " + "rattaché à cette personne."
                            : "Plusieurs élèves s'appellent " + ChildFinder.words(child)
                                    + " et la classe « " + child.className() + " » ne dit pas lequel : aucun n'est "
                                    + "rattaché à cette personne.");
        }
        return children;
    }

    private void warnOfNamesakes(List<Guardian> guardians) {
        Map<NameKey, Guardian> seen = new HashMap<>();
        for (Guardian guardian : guardians) {
            NameKey key = new NameKey(
                    NameKey.key(guardian.name().last()),
                    NameKey.key(guardian.name().first()));
            Guardian first = seen.putIfAbsent(key, guardian);
            if (first != null) {
                draft.warn(
                        guardian.origin(),
                        "Le même nom est à la ligne " + first.origin().line()
                                + " : ce sont deux personnes pour Préau. Si c'est la même, saisie deux fois, "
                                + "corrigez-la dans le logiciel d'où vient le fichier.");
            }
        }
    }

    private static PersonState state(Guardian guardian, UUID id) {
        return new PersonState(
                id,
                Profile.GUARDIAN,
                guardian.civility(),
                guardian.name(),
                null,
                "",
                "",
                guardian.email(),
                guardian.phones(),
                null,
                guardian.address() == null ? List.of() : List.of(guardian.address()));
    }
}
