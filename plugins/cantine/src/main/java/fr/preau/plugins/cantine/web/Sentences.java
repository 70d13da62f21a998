package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Publication;
import fr.preau.plugins.cantine.menu.Week;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What was done, in words. Pure functions. */
final class Sentences {
    private Sentences() {}

    static String published(Publication done, Week week) {
        if (done.total() == 0) {
            return "Il n’y avait rien de nouveau à publier.";
        }
        List<String> parts = new ArrayList<>();
        part(parts, done.published(), "publié");
        part(parts, done.modified(), "modifié");
        part(parts, done.withdrawn(), "retiré");
        return "Menus " + week.words() + " : " + String.join(", ", parts) + ". Les familles les voient.";
    }

    static String publishedDay(Publication done, LocalDate day) {
        String menu = "Le menu de " + Week.dayWords(day);
        if (done.withdrawn() > 0) {
            return menu + " est retiré.";
        }
        return done.total() == 0 ? "Ce menu est déjà celui que voient les familles." : menu + " est publié.";
    }

    static String copied(Menus.Copy copy, Week from) {
        if (copy.copied() == 0 && copy.kept().isEmpty()) {
            return "Il n’y a pas de menu à copier dans la semaine " + from.words() + ".";
        }
        String copied = copy.copied() == 0
                ? "Aucun jour n’a été copié."
                : days(copy.copied()) + (copy.copied() == 1 ? " copié" : " copiés") + " en brouillon.";
        String kept = copy.kept().stream().distinct().map(Week::dayWords).collect(Collectors.joining(", "));
        return kept.isEmpty() ? copied : copied + " Laissés tels quels, car déjà saisis : " + kept + ".";
    }

    static String days(int count) {
        return count == 1 ? "1 jour" : count + " jours";
    }

    private static void part(List<String> parts, int count, String participle) {
        if (count > 0) {
            parts.add(days(count) + " " + participle + (count == 1 ? "" : "s"));
        }
    }
}
