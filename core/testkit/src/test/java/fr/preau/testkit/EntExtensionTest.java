package fr.preau.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.core.Context;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class EntExtensionTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(
                    PluginJar.of(Greeting.class).build(),
                    PluginJar.of(Second.class).build());

    /** Another one. */
    public static final class Second extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            personalData(NoPersonalData.class);
        }
    }

    /** A plugin inside a test. */
    public static final class Greeting extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Lire", Profile.TEACHER, Profile.HEAD);
            page(Hello.class);
            personalData(NoPersonalData.class);
        }

        /** Its page. */
        @jakarta.ws.rs.Path("")
        @Requires("read")
        public static final class Hello {
            /** Says who calls. */
            @GET
            public Page hello(@Context Caller caller) {
                return Page.text("Bonjour", caller.displayName());
            }
        }
    }

    @Test
    void a_plugin_of_the_test_serves() {
        assertThat(ent.plugin("greeting").version()).isEqualTo("1.0.0");
        assertThat(ent.as(Profile.TEACHER).get("/apps/greeting/").body()).contains("Camille Craie");
        assertThat(ent.as("camille.craie-double").get("/apps/greeting/").body()).contains("Camille Craie-Double");
    }

    @Test
    void every_profile_signs_in() {
        for (Profile profile : Profile.values()) {
            assertThat(ent.as(profile).get("/api/core/me").json().get("profile").asText())
                    .isEqualTo(profile.sdetCode());
            int expected = Set.of(Profile.TEACHER, Profile.HEAD).contains(profile) ? 200 : 403;
            assertThat(ent.as(profile).get("/apps/greeting/").status()).isEqualTo(expected);
        }
    }

    @Test
    void nobody_is_sent_to_the_sign_in_page() {
        Answer answer = ent.anonymous().get("/apps/greeting/");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).contains("/connexion");
        assertThat(ent.anonymous().follow("/apps/greeting/").body()).contains("<form");
    }

    @Test
    void a_command_knows_the_database_and_all_plugins(@TempDir Path folder) throws Exception {
        Program.Run run = ent.program(folder).run("plugin", "list");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).hasSize(2).allMatch(line -> line.contains("RUNNING"));
    }

    @Test
    void a_page_opens_in_a_browser() {
        var page = ent.browser().as(Profile.TEACHER);
        page.navigate("/apps/greeting/");
        assertThat(page.textContent("main")).contains("Camille Craie");
        ent.browser().check(page);
        ent.browser().close(page);
    }

    @Test
    void faults_of_a_page_are_told() {
        var page = ent.browser().anonymous();
        page.navigate("/connexion");
        page.setContent("<html lang=fr><title>x</title><main><h1>x</h1><input><canvas width=2000></canvas></main>");
        assertThatThrownBy(() -> ent.browser().axe(page))
                .hasMessageContaining("label")
                .hasMessageContaining("<input>");
        assertThatThrownBy(() -> ent.browser().sideways(page)).hasMessageContaining("<canvas");
        ent.browser().close(page);
    }
}
