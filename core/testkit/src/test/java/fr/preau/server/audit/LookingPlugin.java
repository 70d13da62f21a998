package fr.preau.server.audit;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.access.SensitiveLookups;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A plugin that shows sensitive data. */
public final class LookingPlugin extends EntPlugin {
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
    static java.nio.file.Path jar() {
        return PluginJar.of(LookingPlugin.class)
                .file("db/migration/V1__note.sql", SCHEMA)
                .build();
    }

    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("use", "Tout voir", Profile.values());
        page(Pages.class);
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

    /** Pages. */
    @Path("")
    @Requires("use")
    public static final class Pages {
        private final Notes notes;
        private final SensitiveLookups lookups;

        @Inject
        Pages(Notes notes, SensitiveLookups lookups) {
            this.notes = notes;
            this.lookups = lookups;
        }

        /** All notes. */
        @GET
        public Page all() {
            return Page.text("Notes", "notes : " + String.join(", ", notes.all()));
        }

        /** Shows. */
        @GET
        @Path("{person}")
        public Page show(@PathParam("person") UUID person, @Context Caller caller) {
            notes.all();
            lookups.record(caller, person, "fiche");
            lookups.record(caller, person, "allergies");
            lookups.record(caller, person, "fiche");
            return Page.text("Fiche", "arachides");
        }

        /** Writes a note and shows. */
        @POST
        @Path("{person}")
        public Page add(
                @PathParam("person") UUID person,
                @FormParam("text") @DefaultValue("") String text,
                @Context Caller caller) {
            notes.add(text);
            lookups.record(caller, person, text);
            if (text.startsWith("refus")) {
                throw new BadInput("text", "Refusé.");
            }
            return Page.text("Fiche", "arachides");
        }
    }
}
