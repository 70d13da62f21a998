package fr.preau.server.events;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.event.Event;
import fr.preau.api.event.EventListener;
import fr.preau.api.event.Events;
import fr.preau.api.event.ListensTo;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** A plugin that speaks, one that hears, and one that hangs when it is spoken to. */
final class TalkingPlugins {
    private static final String HEARD = """
            create table heard (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                seq bigint not null generated always as identity,
                event_id uuid not null,
                aggregate text not null,
                text text not null,
                at timestamptz not null default clock_timestamp(),
                primary key (tenant_id, seq)
            );
            create table fault (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                text text not null,
                primary key (tenant_id, text)
            );
            alter table heard enable row level security;
            alter table heard force row level security;
            create policy tenant on heard
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            alter table fault enable row level security;
            alter table fault force row level security;
            create policy tenant on fault
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    private TalkingPlugins() {}

    static java.nio.file.Path[] jars() {
        return new java.nio.file.Path[] {
            PluginJar.of(Speaker.class).build(),
            PluginJar.of(Hearer.class).file("db/migration/V1__heard.sql", HEARD).build(),
            PluginJar.of(Hanger.class).build()
        };
    }

    /** Says what it is told to say. */
    public static final class Speaker extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("use", "Parler", everyone());
            event("said", "Quelque chose a été dit", Said.class);
            event("shouted", "Quelque chose a été crié", Said.class);
            api(Api.class);
            personalData(NoPersonalData.class);
        }

        /**
         * What was said.
         *
         * @param text the words
         * @param tone what listeners do not look at
         */
        public record Said(String text, String tone) {}

        /**
         * What to say.
         *
         * @param name the event
         * @param about the aggregate
         * @param text the words
         * @param school null for none
         * @param fails whether to fail afterwards
         * @param pause how long to wait before the end, in milliseconds
         */
        public record Order(
                @Nullable String name,
                String about,
                String text,
                @Nullable UUID school,
                boolean fails,
                int pause) {}

        /** JSON. */
        @Path("said")
        @Consumes("application/json")
        @Produces("application/json")
        @Requires("use")
        public static final class Api {
            private final Events events;

            @Inject
            Api(Events events) {
                this.events = events;
            }

            /** Says it. */
            @POST
            public void say(Order order) throws InterruptedException {
                Said said = new Said(order.text(), "calme");
                String name = order.name() == null ? "said" : order.name();
                UUID school = order.school();
                if (school == null) {
                    events.publish(name, order.about(), said);
                } else {
                    events.publish(name, order.about(), school, said);
                }
                Thread.sleep(order.pause());
                if (order.fails()) {
                    throw new IllegalStateException("meant to fail");
                }
            }
        }
    }

    /** Writes down what it hears; some words it can't bear. */
    public static final class Hearer extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            listener(Ear.class);
            dao(Heard.class);
            personalData(NoPersonalData.class);
        }

        /**
         * What it needs of what was said.
         *
         * @param text the words
         */
        public record Words(String text) {}

        /** Its tables. */
        public interface Heard {
            /** Adds. */
            @SqlUpdate("insert into heard (event_id, aggregate, text) values (:id, :aggregate, :text)")
            void add(UUID id, String aggregate, String text);

            /** Whether it can't bear this. */
            @SqlQuery("select exists (select from fault where text = :text)")
            boolean faulty(String text);
        }

        /** Its listener. */
        @ListensTo({"speaker.said", "speaker.shouted"})
        public static final class Ear implements EventListener {
            private final Heard heard;

            @Inject
            Ear(Heard heard) {
                this.heard = heard;
            }

            @Override
            public void on(Event event) {
                String text = event.as(Words.class).text();
                heard.add(event.id(), event.aggregate(), text);
                if (heard.faulty(text)) {
                    throw new IllegalStateException("can't bear " + text);
                }
            }
        }
    }

    /** Hangs when it hears a certain word. */
    public static final class Hanger extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            listener(Slow.class);
            personalData(NoPersonalData.class);
        }

        /** Its listener. */
        @ListensTo(value = "speaker.said", limit = "PT2S")
        public static final class Slow implements EventListener {
            @Override
            public void on(Event event) throws InterruptedException {
                if (event.payload().json().contains("dors")) {
                    Thread.sleep(60_000);
                }
            }
        }
    }
}
