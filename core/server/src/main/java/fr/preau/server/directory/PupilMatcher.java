package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Pupil;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognises pupils: by national number (INE), else by name and birth date, else, where a birth date is missing, by name
 * among the pupils of the school. Each person is taken once. For one import; not thread-safe.
 */
final class PupilMatcher {
    private final Draft draft;
    private final Known known;
    private final Set<UUID> taken = new HashSet<>();
    private final IdentityHashMap<Pupil, PersonState> found = new IdentityHashMap<>();
    private final IdentityHashMap<Pupil, String> ines = new IdentityHashMap<>();
    private Set<String> inesInFiles = Set.of();

    PupilMatcher(Draft draft) {
        this.draft = draft;
        this.known = draft.known();
    }

    /** The pupils of the files, each once, in their order. */
    List<PupilMatch> match(List<Pupil> read) {
        List<Pupil> pupils = withoutRepeats(read);
        readInes(pupils);
        pupils.forEach(this::byIne);
        pupils.forEach(pupil -> search(pupil, person -> sameBirthDate(pupil, person)));
        pupils.forEach(pupil -> search(pupil, person -> unknownBirthDate(pupil, person) && isHere(person)));
        List<PupilMatch> matches = new ArrayList<>();
        for (Pupil pupil : pupils) {
            PersonState person = found.get(pupil);
            if (person == null) {
                warnOfNamesake(pupil);
            }
            matches.add(new PupilMatch(pupil, person == null ? UUID.randomUUID() : person.id(), ine(pupil)));
        }
        return matches;
    }

    /** Leaves out a pupil given twice: one name, one birth date and not two INE; or one name and one class. */
    private List<Pupil> withoutRepeats(List<Pupil> read) {
        Map<List<Object>, List<Pupil>> seen = new HashMap<>();
        List<Pupil> kept = new ArrayList<>();
        for (Pupil pupil : read) {
            Object birth = pupil.birthDate() == null ? NameKey.key(pupil.className()) : pupil.birthDate();
            List<Object> key = List.of(
                    NameKey.key(pupil.name().last()), NameKey.key(pupil.name().first()), birth);
            List<Pupil> same = seen.computeIfAbsent(key, k -> new ArrayList<>());
            Optional<Pupil> first = same.stream()
                    .filter(other -> compatible(other.ine(), pupil.ine()))
                    .findFirst();
            if (first.isPresent()) {
                draft.leaveOut(
                        pupil.origin(),
                        "Cet élève est déjà à la ligne " + first.get().origin().line() + " du fichier "
                                + first.get().origin().file() + " : cette ligne est laissée de côté.");
            } else {
                same.add(pupil);
                kept.add(pupil);
            }
        }
        return kept;
    }

    /** Two pupils with one INE: nobody can tell whose it is, so neither has it. */
    private void readInes(List<Pupil> pupils) {
        Map<String, Long> counts = pupils.stream()
                .filter(pupil -> !pupil.ine().isEmpty())
                .collect(Collectors.groupingBy(Pupil::ine, Collectors.counting()));
        for (Pupil pupil : pupils) {
            boolean twice = counts.getOrDefault(pupil.ine(), 0L) > 1;
            ines.put(pupil, twice ? "" : pupil.ine());
            if (twice) {
                draft.warn(pupil.origin(), "Un autre élève a le même INE : il n'est repris pour aucun des deux.");
            }
        }
        inesInFiles = Set.copyOf(ines.values());
    }

    private void byIne(Pupil pupil) {
        String ine = ine(pupil);
        if (ine.isEmpty()) {
            return;
        }
        for (PersonState person : known.people()) {
            if (!person.ine().equals(ine)) {
                continue;
            }
            boolean agrees = sameBirthDate(pupil, person)
                    || NameKey.key(person.name().first())
                            .equals(NameKey.key(pupil.name().first()));
            if (agrees && person.profile() == Profile.PUPIL) {
                take(pupil, person);
            } else {
                ines.put(pupil, "");
                draft.warn(
                        pupil.origin(),
                        "Cet INE est celui de " + person.displayName() + " dans l'annuaire : il n'est pas repris.");
            }
            return;
        }
    }

    private void search(Pupil pupil, Predicate<PersonState> condition) {
        if (found.containsKey(pupil)) {
            return;
        }
        List<PersonState> candidates = known.named(NameKey.of(pupil.name())).stream()
                .filter(person -> person.profile() == Profile.PUPIL
                        && !taken.contains(person.id())
                        && mayHaveIne(person, pupil)
                        && condition.test(person))
                .sorted(Comparator.comparing((PersonState person) -> !inClass(person, pupil.className()))
                        .thenComparing(person -> !isHere(person)))
                .toList();
        if (!candidates.isEmpty()) {
            take(pupil, candidates.get(0));
        }
    }

    /** An INE may be corrected in the source: then the pupil is here, and the old number nowhere in the files. */
    private boolean mayHaveIne(PersonState person, Pupil pupil) {
        return compatible(person.ine(), ine(pupil)) || (isHere(person) && !inesInFiles.contains(person.ine()));
    }

    private void take(Pupil pupil, PersonState person) {
        if (taken.add(person.id())) {
            found.put(pupil, person);
        }
    }

    private String ine(Pupil pupil) {
        return ines.getOrDefault(pupil, "");
    }

    private void warnOfNamesake(Pupil pupil) {
        known.named(NameKey.of(pupil.name())).stream()
                .filter(person -> person.profile() == Profile.PUPIL && !taken.contains(person.id()) && isHere(person))
                .findFirst()
                .ifPresent(person -> draft.warn(
                        pupil.origin(),
                        "Un élève du même nom est déjà dans l'école (" + PersonWords.born(person)
                                + ") : celui-ci est ajouté comme une autre personne. Si c'est le même, corrigez sa date "
                                + "de naissance dans l'annuaire avant d'importer."));
    }

    private boolean isHere(PersonState person) {
        return known.current(person.id(), Role.PUPIL).stream()
                .anyMatch(membership ->
                        membership.schoolId().equals(known.school().id()));
    }

    private boolean inClass(PersonState person, String className) {
        return known.current(person.id(), Role.PUPIL).stream()
                .anyMatch(membership -> NameKey.key(membership.className()).equals(NameKey.key(className)));
    }

    private static boolean compatible(String first, String second) {
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    private static boolean sameBirthDate(Pupil pupil, PersonState person) {
        return pupil.birthDate() != null && Objects.equals(pupil.birthDate(), person.birthDate());
    }

    private static boolean unknownBirthDate(Pupil pupil, @Nullable PersonState person) {
        return person != null && (pupil.birthDate() == null || person.birthDate() == null);
    }
}
