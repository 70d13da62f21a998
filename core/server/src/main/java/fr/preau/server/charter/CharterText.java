package fr.preau.server.charter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a charter says. Immutable; plain text throughout.
 *
 * @param title its heading
 * @param intro a few lines before the articles; may be empty
 * @param articles its rules, in order
 */
public record CharterText(String title, String intro, List<Article> articles) {
    /** Longer titles are no titles. In characters. */
    public static final int LONGEST_TITLE = 120;
    /** Of an introduction or an article's text. In characters. */
    public static final int LONGEST_TEXT = 1500;
    /** Nobody reads more. */
    public static final int MOST_ARTICLES = 20;

    /** An own copy of the list. */
    public CharterText {
        articles = List.copyOf(articles);
    }

    /** What keeps a draft from being saved: keys of the bundle by field ({@code title}, {@code article.2.title}). */
    public Map<String, String> tooLong() {
        Map<String, String> faults = new LinkedHashMap<>();
        check(faults, "title", title, LONGEST_TITLE);
        check(faults, "intro", intro, LONGEST_TEXT);
        for (int i = 0; i < articles.size(); i++) {
            check(faults, "article." + i + ".title", articles.get(i).title(), LONGEST_TITLE);
            check(faults, "article." + i + ".text", articles.get(i).text(), LONGEST_TEXT);
        }
        if (articles.size() > MOST_ARTICLES) {
            faults.put("articles", "charter.error.many");
        }
        return faults;
    }

    private static void check(Map<String, String> faults, String field, String text, int longest) {
        if (text.length() > longest) {
            faults.put(field, "charter.error.long");
        }
    }

    /** What keeps it from being published besides. */
    public Map<String, String> faults() {
        Map<String, String> faults = tooLong();
        if (title.isBlank()) {
            faults.put("title", "charter.error.title");
        }
        if (articles.isEmpty()) {
            faults.put("articles", "charter.error.none");
        }
        for (int i = 0; i < articles.size(); i++) {
            if (articles.get(i).title().isBlank()) {
                faults.put("article." + i + ".title", "charter.error.article");
            }
        }
        return faults;
    }
}
