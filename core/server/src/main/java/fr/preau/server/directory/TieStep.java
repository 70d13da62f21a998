package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Name;
import fr.preau.api.directory.DirectoryReading.Origin;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Who is responsible for whom. A tie that has ended does not come back by itself: it may have been ended by hand, after a
 * court's decision that the files ignore. For one import; not thread-safe.
 */
final class TieStep {
    /**
     * A tie the files give.
     *
     * @param guardianId who
     * @param pupilId for whom
     */
    private record Pair(UUID guardianId, UUID pupilId) {}

    private final Draft draft;
    private final Known known;
    private final Set<UUID> pupilsHere;
    private final Set<Pair> wanted = new HashSet<>();
    private final Set<NameKey> unsure = new HashSet<>();

    /**
     * Starts without ties.
     *
     * @param pupilsHere the pupils of the school, those who are absent from the pupils' file left aside: when a family
     *     moves away, its ties stay as they were
     */
    TieStep(Draft draft, Set<UUID> pupilsHere) {
        this.draft = draft;
        this.pupilsHere = pupilsHere;
        this.known = draft.known();
    }

    /** A guardian with a child who was not found: this import does not know all of the guardian's ties. */
    void unsure(Name guardian) {
        unsure.addAll(NameKey.of(guardian));
    }

    /** The files make this person responsible for these pupils. */
    void want(UUID guardianId, Set<UUID> pupilIds, Origin origin) {
        for (UUID pupilId : pupilIds) {
            if (wanted.add(new Pair(guardianId, pupilId))) {
                want(guardianId, pupilId, origin);
            }
        }
    }

    private void want(UUID guardianId, UUID pupilId, Origin origin) {
        List<Known.Tie> before = known.tiesOfGuardian(guardianId).stream()
                .filter(tie -> tie.pupilId().equals(pupilId))
                .toList();
        if (before.stream().anyMatch(tie -> !tie.ended())) {
            draft.unchanged(Change.Subject.GUARDIANSHIP);
            return;
        }
        if (!before.isEmpty() && !draft.request().restoreTies()) {
            Known.Tie last = before.get(before.size() - 1);
            draft.warn(
                    origin,
                    "La responsabilité de " + draft.nameOf(guardianId) + " pour " + draft.nameOf(pupilId)
                            + " a pris fin le " + PersonWords.day(last.until())
                            + " dans l'annuaire : elle n'est pas rétablie d'elle-même.");
            return;
        }
        draft.writes()
                .newTies
                .add(new Writes.TieRow(guardianId, pupilId, draft.request().day()));
        change(guardianId, pupilId, Change.Kind.CREATED);
    }

    /** Lists, and maybe ends, the ties to the pupils of this school that the files no longer give. */
    void checkAbsent() {
        List<Known.Tie> absent = new ArrayList<>();
        long all = 0;
        for (UUID pupilId : pupilsHere) {
            for (Known.Tie tie : known.tiesOfPupil(pupilId)) {
                if (tie.ended()) {
                    continue;
                }
                all++;
                boolean named = wanted.contains(new Pair(tie.guardianId(), pupilId));
                if (!named && tie.source().equals(draft.request().source()) && sure(tie.guardianId())) {
                    absent.add(tie);
                }
            }
        }
        boolean end = new Departures(draft, Change.Subject.GUARDIANSHIP).leave(absent.size(), all, false);
        for (Known.Tie tie : absent) {
            draft.absent(new Absence(
                    Change.Subject.GUARDIANSHIP, draft.nameOf(tie.guardianId()), about(tie.pupilId()), end));
            if (end) {
                draft.writes().endedTies.add(new Writes.TieRow(tie.guardianId(), tie.pupilId(), tie.since()));
                change(tie.guardianId(), tie.pupilId(), Change.Kind.ENDED);
            }
        }
    }

    private boolean sure(UUID guardianId) {
        PersonState guardian = known.person(guardianId);
        return guardian != null && NameKey.of(guardian.name()).stream().noneMatch(unsure::contains);
    }

    private void change(UUID guardianId, UUID pupilId, Change.Kind kind) {
        draft.change(Change.Subject.GUARDIANSHIP, kind, draft.nameOf(guardianId), about(pupilId), List.of());
    }

    private String about(UUID pupilId) {
        return "responsable de " + draft.nameOf(pupilId);
    }
}
