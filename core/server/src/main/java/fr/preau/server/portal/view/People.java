package fr.preau.server.portal.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * {@code console/people.jte}: asks {@code /console/personnes} by GET with {@code q}, {@code profil}, {@code classe} and
 * {@code page} (from 1).
 *
 * @param query what was typed
 * @param profile the profile chosen, empty for all
 * @param schoolClass the class chosen, empty for all
 * @param profiles all profiles, without “all”
 * @param classes all classes in reach, without “all”
 * @param rows the people of this page, by last name
 * @param total how many people in all pages
 * @param page this page, from 1
 * @param pages how many pages, at least 1
 */
public record People(
        String query,
        String profile,
        String schoolClass,
        List<Choice> profiles,
        List<Choice> classes,
        List<Row> rows,
        int total,
        int page,
        int pages) {

    /** Whether the list was narrowed. */
    public boolean filtered() {
        return !query.isEmpty() || !profile.isEmpty() || !schoolClass.isEmpty();
    }

    /** The address of another page of the same list. */
    public String link(int other) {
        return "/console/personnes?q=" + encode(query) + "&profil=" + encode(profile) + "&classe=" + encode(schoolClass)
                + "&page=" + other;
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * One person.
     *
     * @param id for the link
     * @param name last name first, as lists are sorted: “Exemple Lina”
     * @param profile the profile in words
     * @param about classes, children or service; may be empty
     * @param state the account
     */
    public record Row(String id, String name, String profile, String about, AccountState state) {}
}
