package fr.preau.plugins.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.event.Events;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.server.job.Jobs;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the cahier does without a request: it hears of class blogs, and forgets in time. */
class BackgroundTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(CahierDeTextesPlugin.class)
            .with(PluginJar.of(AnyBlog.class).id("blog").build());

    /** A blog, as far as others hear of it. */
    public static final class AnyBlog extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("use", "Tout faire", everyone());
            event("post-published", "Billet publié", Published.class);
            event("post-withdrawn", "Billet retiré", Withdrawn.class);
            api(Api.class);
            personalData(NoPersonalData.class);
        }

        /**
         * A post.
         *
         * @param postId it
         * @param classId its class
         * @param at when
         * @param path where
         */
        public record Published(UUID postId, UUID classId, Instant at, String path) {}

        /**
         * No post any more.
         *
         * @param postId it
         */
        public record Withdrawn(UUID postId) {}

        /** JSON. */
        @Path("posts")
        @Consumes("*/*")
        @Requires("use")
        public static final class Api {
            private final Events events;

            @Inject
            Api(Events events) {
                this.events = events;
            }

            /** Publishes. */
            @POST
            public void publish(Published post) {
                events.publish("post-published", "post " + post.postId(), post);
            }

            /** Withdraws. */
            @DELETE
            @Path("{id}")
            public void withdraw(@PathParam("id") UUID id) {
                events.publish("post-withdrawn", "post " + id, new Withdrawn(id));
            }
        }
    }

    private static void soon(Supplier<Boolean> so) throws InterruptedException {
        for (int i = 0; i < 200 && !so.get(); i++) {
            Thread.sleep(100);
        }
        assertThat(so.get()).as("within twenty seconds").isTrue();
    }

    private static void change(String sql) throws SQLException {
        try (Connection admin = ent.database();
                var statement = admin.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(String sql) {
        try (Connection admin = ent.database();
                var statement = admin.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_week_shows_what_the_class_published_until_it_is_withdrawn() throws InterruptedException {
        MadeUpSchool school = ent.school();
        Client teacher = ent.as(school.teacher());
        UUID post = UUID.randomUUID();
        String path = "/apps/blog/posts/" + post;
        String week = Given.ROOT + "?week=" + Given.today(ent);
        teacher.postJson(
                "/apps/blog/api/posts",
                Map.of("postId", post, "classId", school.youngClass(), "at", Instant.now(), "path", path));
        soon(() -> teacher.get(week).body().contains(path));
        assertThat(ent.as(school.guardian()).get(week).body()).contains("Sur le blog de la classe", path);
        assertThat(ent.as(school.otherGuardian()).get(week).body()).doesNotContain(path);
        teacher.delete("/apps/blog/api/posts/" + post);
        soon(() -> !teacher.get(week).body().contains(path));
    }

    @Test
    void what_is_older_than_the_register_says_is_deleted_at_night() throws Exception {
        MadeUpSchool school = ent.school();
        change("insert into p_cahier_de_textes.work (tenant_id, class_id, subject, due, text) select "
                + school.tenantId()
                + ", '" + school.youngClass()
                + "', 'Lecture', due, 'x' from unnest(array[current_date - 800, current_date - 100]) as d (due)");
        ent.server().get(Jobs.class).schedule();
        change("update system.scheduled_tasks set execution_time = now() where task_instance like '%/Retention'");
        soon(() -> count("select count(*) from p_cahier_de_textes.work where due < current_date - 700") == 0);
        assertThat(count("select count(*) from p_cahier_de_textes.work where due = current_date - 100"))
                .isEqualTo(1);
    }
}
