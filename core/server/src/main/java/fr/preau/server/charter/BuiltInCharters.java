package fr.preau.server.charter;

import fr.preau.server.http.Texts;
import fr.preau.server.http.View;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Version 1 of each charter, from the bundle: a tenant that writes nothing has it. Thread-safe. */
@Singleton
final class BuiltInCharters {
    private final Texts texts;

    @Inject
    BuiltInCharters(View core) {
        this.texts = core.texts();
    }

    CharterVersion of(Audience audience) {
        String key = audience.key();
        List<Article> articles = new ArrayList<>();
        for (String icon : audience.icons()) {
            String article = key + "." + (articles.size() + 1);
            articles.add(new Article(texts.get(article + ".title"), texts.get(article), icon));
        }
        CharterText text = new CharterText(texts.get(key + ".title"), texts.get(key + ".intro"), articles);
        return new CharterVersion(audience, 1, text, "", 0, null, "");
    }
}
