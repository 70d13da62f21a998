package fr.preau.server.charter;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** An administrator who writes a charter, with the forms as they are shown. */
record Desk(Client administrator, Audience audience) {
    String path() {
        return "/console/charte/" + audience.slug();
    }

    /** Starts a draft and answers with its form's fields: names and values in turn. */
    List<String> start() {
        assertThat(administrator.postForm(path() + "/brouillon/commencer").status())
                .isEqualTo(303);
        return fields();
    }

    List<String> fields() {
        Document page = Jsoup.parse(administrator.get(path() + "/brouillon").body());
        FormElement form =
                (FormElement) Objects.requireNonNull(page.selectFirst("form[action=" + path() + "/brouillon]"));
        List<String> fields = new ArrayList<>();
        form.formData().forEach(pair -> {
            fields.add(pair.key());
            fields.add(pair.value());
        });
        return fields;
    }

    static void set(List<String> fields, String name, String value) {
        for (int i = 0; i < fields.size(); i += 2) {
            if (fields.get(i).equals(name)) {
                fields.set(i + 1, value);
                return;
            }
        }
        fields.add(name);
        fields.add(value);
    }

    Answer press(List<String> fields, String action) {
        List<String> sent = new ArrayList<>(fields);
        set(sent, "faire", action);
        return administrator.postForm(path() + "/brouillon", sent.toArray(String[]::new));
    }

    Answer publish(String note) {
        Document page =
                Jsoup.parse(administrator.get(path() + "/brouillon/publier").body());
        String revision = page.select("[name=revision]").attr("value");
        return administrator.postForm(path() + "/brouillon/publier", "revision", revision, "note", note);
    }

    /** Publishes what is in force with another title. */
    void republish(String title) {
        List<String> fields = start();
        set(fields, "title", title);
        assertThat(press(fields, "enregistrer").status()).isEqualTo(303);
        Answer published = publish("Le titre : " + title);
        assertThat(published.status()).as(published.body()).isEqualTo(303);
    }
}
