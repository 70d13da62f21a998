package fr.preau.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.testkit.Answer;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.PluginJar;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A plugin whose author forgot every WHERE: the database keeps the tenants apart all the same. */
class CarelessTest {
    private static final String TABLES = """
            create table note (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                id uuid not null default gen_random_uuid(),
                author_id uuid not null,
                text text not null,
                primary key (tenant_id, id)
            );
            alter table note enable row level security;
            alter table note force row level security;
            create policy tenant on note
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare()
            .with(PluginJar.of(Careless.class)
                    .file("db/migration/V1__note.sql", TABLES)
                    .build())
            .seeded((ent, school) -> ent.as(school.teacher())
                    .postForm("/apps/careless/notes", "text", "Le cahier oublié, " + school.name()));

    @TestFactory
    Stream<DynamicTest> contract() {
        return ent.contract();
    }

    @Test
    void each_tenant_sees_its_own_alone() {
        String here = ent.as(Profile.PUPIL).get("/apps/careless/").body();
        assertThat(here).contains("École de l’Essai").doesNotContain("Double");
        String there = ent.as(ent.otherSchool().pupil()).get("/apps/careless/").body();
        assertThat(there).contains("École du Double").doesNotContain("École de l’Essai");
    }

    @Test
    void emptying_one_tenant_leaves_the_other_full() {
        Answer emptied = ent.as(ent.otherSchool().guest()).delete("/apps/careless/");
        assertThat(emptied.status()).isEqualTo(204);
        assertThat(ent.as(Profile.PUPIL).get("/apps/careless/").body()).contains("École de l’Essai");
        ent.as(ent.otherSchool().teacher()).postForm("/apps/careless/notes", "text", "Encore, École du Double");
    }

    /** The plugin. */
    public static final class Careless extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("do", "Tout faire", Profile.values());
            page(Notes.class);
            dao(NoteDao.class);
            personalData(NoteData.class);
        }
    }

    /** A note. */
    public record Note(UUID id, UUID authorId, String text) {}

    /** Without a WHERE, but where an id is looked for. */
    @RegisterConstructorMapper(Note.class)
    public interface NoteDao {
        @SqlQuery("select id, author_id, text from note")
        List<Note> all();

        @SqlUpdate("insert into note (author_id, text) values (:author, :text)")
        void add(UUID author, String text);

        @SqlUpdate("update note set text = :text where id = :id")
        int change(UUID id, String text);

        @SqlUpdate("update note set text = :text")
        int changeAll(String text);

        @SqlUpdate("delete from note")
        void empty();

        @SqlUpdate("delete from note where author_id = :author")
        int erase(UUID author);
    }

    /** The pages. */
    @Path("")
    @Requires("do")
    public static final class Notes {
        private final NoteDao dao;

        @Inject
        Notes(NoteDao dao) {
            this.dao = dao;
        }

        /** All there are. */
        @GET
        public Page all() {
            return Page.text(
                    "Notes",
                    String.join(", ", dao.all().stream().map(Note::text).toList()));
        }

        /** One, by its id. */
        @GET
        @Path("notes/{id}")
        public Page one(@PathParam("id") UUID id) {
            return dao.all().stream()
                    .filter(note -> note.id().equals(id))
                    .findFirst()
                    .map(note -> Page.text("Note", note.text()))
                    .orElseThrow(NotFoundException::new);
        }

        /** A new one. */
        @POST
        @Path("notes")
        public Response add(@Context Caller caller, @FormParam("text") @DefaultValue("") String text) {
            dao.add(caller.personId(), text);
            return Redirect.to("");
        }

        /** Changes one. */
        @POST
        @Path("notes/{id}")
        public Response change(@PathParam("id") UUID id, @FormParam("text") @DefaultValue("") String text) {
            if (dao.change(id, text) == 0) {
                throw new NotFoundException();
            }
            return Redirect.to("");
        }

        /** Changes all that the connection lets it. */
        @PUT
        public void changeAll() {
            dao.changeAll("changé");
        }

        /** Deletes all that the connection lets it. */
        @DELETE
        public void empty() {
            dao.empty();
        }
    }

    /** What is kept. */
    public static final class NoteData implements PersonalData {
        private final NoteDao dao;

        @Inject
        NoteData(NoteDao dao) {
            this.dao = dao;
        }

        @Override
        public List<Kept> register() {
            return List.of(new Kept("Notes", "Essai", "Le temps de l’essai"));
        }

        @Override
        public List<Item> export(UUID personId) {
            return dao.all().stream()
                    .filter(note -> note.authorId().equals(personId))
                    .map(note -> new Item("Note", "", note.text()))
                    .toList();
        }

        @Override
        public int erase(UUID personId) {
            return dao.erase(personId);
        }
    }
}
