package fr.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Each check sees what it is there to see. */
class BrokenPluginTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(PluginJar.of(BrokenPlugin.class)
                    .file("db/migration/V1__things.sql", BrokenPlugin.TABLES)
                    .build())
            .seeded((ent, school) -> ent.as(school.teacher())
                    .postForm(
                            "/apps/broken/",
                            "class",
                            school.youngClass().toString(),
                            "text",
                            "Secret de l’" + school.name()));

    private static final Map<String, String> faults = new LinkedHashMap<>();

    @BeforeAll
    static void check() {
        ent.contract().forEach(BrokenPluginTest::run);
    }

    private static void run(DynamicTest test) {
        String fault = "";
        try {
            test.getExecutable().execute();
        } catch (AssertionError e) {
            fault = String.valueOf(e.getMessage());
        } catch (Throwable e) {
            throw new IllegalStateException(test.getDisplayName(), e);
        }
        faults.put(test.getDisplayName(), fault);
    }

    @Test
    void the_server_itself_refuses_who_may_not() {
        assertThat(faults).containsEntry("POST /apps/broken/touch/{id} refuses who may not", "");
        assertThat(faults).containsEntry("broken: its tables keep the rules", "");
    }

    @Test
    void a_page_without_labels_is_seen() {
        assertThat(faults.get("broken: its pages hold for everybody")).contains("/apps/broken/form", "label");
    }

    @Test
    void people_who_get_no_copy_are_seen() {
        assertThat(faults.get("broken: personal data can be copied and erased"))
                .contains("export(TEACHER) is empty", "p_broken.thing.author_id");
    }

    @Test
    void an_empty_table_is_seen() {
        assertThat(faults.get("broken: the seed fills every table")).contains("never_filled");
    }

    @Test
    void another_tenants_text_is_seen() {
        assertThat(faults.get("broken: shows nothing of another tenant")).contains("GET /apps/broken/", "du Double");
    }

    @Test
    void another_tenants_changed_row_is_seen() {
        assertThat(faults.get("broken: changes nothing of another tenant")).contains("p_broken.thing");
    }

    @Test
    void another_tenants_id_is_seen() {
        assertThat(faults.get("broken: takes no id of another tenant")).contains("p_broken.thing.class_id");
    }

    @Test
    void an_answer_of_500_is_seen() {
        assertThat(faults.get("broken: never breaks, whatever is sent")).contains("/apps/broken/number", "500");
    }

    @Test
    void a_loader_that_stays_is_seen() {
        assertThat(faults.get("broken: unloaded, leaves nothing")).contains("20 of 20");
    }
}
