package fr.preau.server.account;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import java.util.List;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A plugin that keeps notes: a page, JSON, a file, something that fails. */
public final class NotesPlugin extends EntPlugin {
    private static final String SCHEMA = """
            create table note (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                text text not null,
                primary key (tenant_id, text)
            );
            alter table note enable row level security;
            alter table note force row level security;
            create policy tenant on note
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    /** Packed. */
    public static java.nio.file.Path jar() {
        return PluginJar.of(NotesPlugin.class)
                .file("db/migration/V1__note.sql", SCHEMA)
                .file("static/notes.css", "p { margin: 0 }")
                .build();
    }

    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("use", "Tout faire", Profile.values());
        page(Pages.class);
        api(Api.class);
        dao(Notes.class);
        personalData(NoPersonalData.class);
    }

    /** The notes. */
    public interface Notes {
        /** Adds. */
        @SqlUpdate("insert into note (text) values (:text)")
        void add(String text);

        /** All. */
        @SqlQuery("select text from note order by text")
        List<String> all();
    }

    /**
     * A note as it is sent.
     *
     * @param text what it says
     */
    public record Sent(String text) {}

    /** Pages. */
    @Path("")
    @Requires("use")
    public static final class Pages {
        private final Notes notes;

        @Inject
        Pages(Notes notes) {
            this.notes = notes;
        }

        /** Who calls, and all notes. */
        @GET
        public Page show(@Context Caller caller) {
            return Page.text("Notes", caller.displayName() + " : " + String.join(", ", notes.all()));
        }

        /** Fails. */
        @GET
        @Path("panne")
        public Page fail() {
            throw new IllegalStateException("meant to fail");
        }

        /** Adds one. */
        @POST
        public Page add() {
            notes.add("une note de la page");
            return Page.text("Notes", "ajoutée");
        }
    }

    /** JSON. */
    @Path("notes")
    @Produces("application/json")
    @Consumes("application/json")
    @Requires("use")
    public static final class Api {
        private final Notes notes;

        @Inject
        Api(Notes notes) {
            this.notes = notes;
        }

        /** Adds one. */
        @POST
        public void add(Sent sent) {
            notes.add(sent.text());
        }

        /** All. */
        @GET
        public List<String> all() {
            return notes.all();
        }
    }
}
