package fr.preau.api.web;

import fr.preau.api.Caller;
import gg.jte.Content;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.UUID;

/**
 * What a template may ask for while it renders: texts, dates as people say them, links, icons. Declare it as
 * {@code @param fr.preau.api.web.Ui ui}. One per rendering; not thread-safe; never touches the database.
 */
public interface Ui {
    /**
     * A text from the plugin's {@code messages_fr.properties}, formatted by {@link java.text.MessageFormat}.
     * A missing key shows as {@code [key]}: visible, never fatal.
     */
    String t(String key, Object... arguments);

    /** A date in words: “aujourd'hui”, “demain”, “jeudi 3 décembre”, with the year when it is not this school year. */
    String date(LocalDate date);

    /** A day in words, always named: “lundi 23 novembre”. */
    String day(LocalDate date);

    /** A moment in words: “hier à 16 h 05”. */
    String moment(Temporal moment);

    /** A link to a path of this plugin: {@code link("week")} is {@code /apps/cantine/week}. */
    String link(String path);

    /** A file from the plugin's {@code static/} folder, with a mark that changes with its content. */
    String asset(String path);

    /** An icon (decorative, hidden from screen readers: always put a word beside it). Name as in Lucide. */
    Content icon(String name);

    /** For whom the page is made. */
    Caller caller();

    /** Today, in the ENT's time zone. */
    LocalDate today();

    /** Whether the caller holds this right of the plugin: to show or to leave out a button. */
    boolean may(String right);

    /**
     * A link to the list of who holds a right of this plugin in a place, each with the reason: {@code whoMay("read", post.id())}.
     *
     * @param place a class, a school, or a thing of the plugin that was shared
     * @return empty unless the caller may ask, as administrators and heads do: then show no link
     */
    default String whoMay(String right, UUID place) {
        return "";
    }
}
