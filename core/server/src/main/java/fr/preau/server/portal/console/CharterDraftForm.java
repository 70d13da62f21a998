package fr.preau.server.portal.console;

import fr.preau.server.charter.Article;
import fr.preau.server.charter.CharterIcons;
import fr.preau.server.charter.CharterText;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A draft as the form sends it, and what its button wants: {@code enregistrer}, {@code ajouter}, {@code monter-2},
 * {@code descendre-2}, {@code retirer-2}, {@code apercu}, {@code comparer}, {@code publier}.
 *
 * @param revision what the form was made from
 * @param text what was written; {@code ajouter} and its like are done already
 * @param action the button's word without its number
 * @param article which article it is about, -1 for none
 */
record CharterDraftForm(int revision, CharterText text, String action, int article) {
    /** Reads it. Nothing that a form may hold makes it fail. */
    static CharterDraftForm read(MultivaluedMap<String, String> form) {
        List<Article> articles = new ArrayList<>();
        for (int i = 0; i <= CharterText.MOST_ARTICLES && form.containsKey("article." + i + ".title"); i++) {
            String prefix = "article." + i;
            articles.add(new Article(
                    typed(form, prefix + ".title"), typed(form, prefix + ".text"), icon(form, prefix + ".icon")));
        }
        String[] wanted = typed(form, "faire").split("-", 2);
        int index = wanted.length == 2 ? number(wanted[1]) : -1;
        int shown = change(articles, wanted[0], index);
        CharterText text = new CharterText(typed(form, "title"), typed(form, "intro"), articles);
        return new CharterDraftForm(number(typed(form, "revision")), text, wanted[0], shown);
    }

    private static int change(List<Article> articles, String action, int index) {
        boolean known = index >= 0 && index < articles.size();
        switch (action) {
            case "ajouter" -> {
                articles.add(new Article("", "", CharterIcons.ALL.get(0)));
                return articles.size() - 1;
            }
            case "monter" -> {
                if (known && index > 0) {
                    Collections.swap(articles, index, index - 1);
                    return index - 1;
                }
            }
            case "descendre" -> {
                if (known && index < articles.size() - 1) {
                    Collections.swap(articles, index, index + 1);
                    return index + 1;
                }
            }
            case "retirer" -> {
                if (known) {
                    articles.remove(index);
                    return Math.min(index, articles.size() - 1);
                }
            }
            default -> {
                return -1;
            }
        }
        return known ? index : -1;
    }

    private static String icon(MultivaluedMap<String, String> form, String field) {
        String name = typed(form, field);
        return CharterIcons.ALL.contains(name) ? name : CharterIcons.ALL.get(0);
    }

    /** A field without what no text holds; lines end as PostgreSQL and people like them. */
    static String typed(MultivaluedMap<String, String> form, String field) {
        return clean(form.getFirst(field));
    }

    static String clean(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("\r\n", "\n")
                        .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                        .strip();
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
    }
}
