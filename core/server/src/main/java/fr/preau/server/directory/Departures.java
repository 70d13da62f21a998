package fr.preau.server.directory;

import fr.preau.api.directory.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What becomes of those whom a source had given and no longer names. A file may be partial, so they stay, and are listed.
 * They leave only if someone asked for it, no line of the files was unreadable, and they are few: fewer than one in ten,
 * or a single one. When all of them belong to an earlier school year, an age group has left, which is fewer than one in
 * two. For one import and one list.
 */
final class Departures {
    private final Draft draft;
    private final Change.Subject subject;

    Departures(Draft draft, Change.Subject subject) {
        this.draft = draft;
        this.subject = subject;
    }

    /** Whether so many may leave at once. */
    static boolean few(long absent, long all, boolean earlierYear) {
        return absent <= 1 || absent * (earlierYear ? 2 : 10) < all;
    }

    /** Lists, and maybe ends, the memberships here of the people who are not present. */
    void check(List<Known.Membership> here, Set<UUID> present) {
        Map<UUID, List<Known.Membership>> absent = new LinkedHashMap<>();
        for (Known.Membership membership : here) {
            if (!present.contains(membership.personId())
                    && membership.source().equals(draft.request().source())) {
                absent.computeIfAbsent(membership.personId(), id -> new ArrayList<>())
                        .add(membership);
            }
        }
        long all = here.stream().map(Known.Membership::personId).distinct().count();
        boolean earlierYear = absent.values().stream()
                .flatMap(List::stream)
                .allMatch(membership -> membership.year().start() < draft.year().start());
        boolean end = leave(absent.size(), all, earlierYear);
        absent.forEach((id, memberships) -> {
            List<String> labels = memberships.stream()
                    .map(Known.Membership::className)
                    .filter(label -> !label.isEmpty())
                    .toList();
            draft.absent(new Absence(subject, draft.nameOf(id), String.join(", ", labels), end));
            if (end) {
                memberships.forEach(this::end);
            }
        });
    }

    /** Whether the absent leave; says why not. */
    boolean leave(long absent, long all, boolean earlierYear) {
        if (absent == 0) {
            return false;
        }
        String who =
                subject.title().toLowerCase(Locale.FRENCH) + " absents des fichiers : " + absent + " sur " + all + ". ";
        if (!draft.request().endAbsent()) {
            draft.note(
                    capital(who) + "Rien ne change pour eux, tant que vous ne demandez pas d’enregistrer les départs.");
            return false;
        }
        if (draft.request().reading().problems().stream()
                .anyMatch(problem -> problem.severity() != Problem.Severity.WARNING)) {
            draft.note(capital(who) + "Des lignes n’ont pas pu être lues : aucun départ n’est enregistré.");
            return false;
        }
        if (!few(absent, all, earlierYear)) {
            draft.note(capital(who)
                    + "C’est beaucoup : les fichiers sont peut-être incomplets, aucun départ n’est enregistré.");
            return false;
        }
        return true;
    }

    private void end(Known.Membership membership) {
        draft.writes().endedMemberships.add(membership.id());
        draft.change(
                Change.Subject.MEMBERSHIP,
                Change.Kind.ENDED,
                draft.nameOf(membership.personId()),
                membership.role().words(),
                membership.className().isEmpty()
                        ? List.of()
                        : List.of(new Change.Field("Classe", membership.className(), "")));
    }

    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.FRENCH) + sentence.substring(1);
    }
}
