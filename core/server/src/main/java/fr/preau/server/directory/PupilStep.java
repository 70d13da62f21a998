package fr.preau.server.directory;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The pupils: who they are, and which class they attend. A pupil attends one class at a time. For one import. */
final class PupilStep {
    private final Draft draft;
    private final ClassStep classes;

    PupilStep(Draft draft, ClassStep classes) {
        this.draft = draft;
        this.classes = classes;
    }

    void read(List<PupilMatch> matches) {
        Set<UUID> present = new HashSet<>();
        for (PupilMatch match : matches) {
            present.add(match.personId());
            draft.read(match.state());
            attend(match);
        }
        List<Known.Membership> here = draft.known().currentHere(Role.PUPIL);
        new Departures(draft, Change.Subject.PUPIL).check(here, present);
    }

    private void attend(PupilMatch match) {
        List<Known.Membership> current = draft.known().current(match.personId(), Role.PUPIL);
        Optional<Known.SchoolClass> found = classes.of(match.read());
        if (found.isEmpty()) {
            // In no class, or not said: whatever the pupil attends goes on.
            return;
        }
        Known.SchoolClass wanted = found.get();
        boolean already = false;
        String before = "";
        for (Known.Membership membership : current) {
            if (wanted.id().equals(membership.classId())) {
                already = true;
            } else {
                before = words(membership);
                draft.writes().endedMemberships.add(membership.id());
                if (!membership.schoolId().equals(draft.known().school().id())) {
                    draft.warn(
                            match.read().origin(),
                            draft.nameOf(match.personId()) + " quitte l'école " + membership.schoolName()
                                    + " pour celle-ci.");
                }
            }
        }
        String who = draft.nameOf(match.personId());
        if (!already) {
            draft.writes().newMemberships.add(new Writes.MembershipRow(match.personId(), Role.PUPIL, wanted.id()));
        }
        if (already && before.isEmpty()) {
            draft.unchanged(Change.Subject.MEMBERSHIP);
        } else {
            draft.change(
                    Change.Subject.MEMBERSHIP,
                    before.isEmpty() ? Change.Kind.CREATED : Change.Kind.UPDATED,
                    who,
                    Role.PUPIL.words(),
                    List.of(new Change.Field("Classe", before, wanted.name())));
        }
    }

    /** “CE1”, “CE1 (2025-2026)”, “CE1 (École du Bourg)”. */
    private String words(Known.Membership membership) {
        if (!membership.schoolId().equals(draft.known().school().id())) {
            return membership.className() + " (" + membership.schoolName() + ")";
        }
        return membership.year().equals(draft.year())
                ? membership.className()
                : membership.className() + " (" + membership.year().label() + ")";
    }
}
