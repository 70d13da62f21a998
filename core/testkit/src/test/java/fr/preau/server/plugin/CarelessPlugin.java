package fr.preau.server.plugin;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.directory.Directory;
import fr.preau.api.privacy.PersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import fr.preau.api.web.Tile;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.jdbi.v3.sqlobject.statement.GetGeneratedKeys;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/**
 * A plugin by somebody who forgot everything: no condition in any statement, ids and tenants straight from the request, a
 * right for everybody. What stands between two tenants is the database alone.
 */
public final class CarelessPlugin extends EntPlugin {
    /** A sound schema: a plugin without one would not start. */
    static final String SCHEMA = """
            create table note (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                id uuid not null default gen_random_uuid(),
                title text not null,
                primary key (tenant_id, id),
                unique (tenant_id, title)
            );
            create table remark (
                tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                id uuid not null default gen_random_uuid(),
                note_id uuid not null,
                body text not null,
                primary key (tenant_id, id),
                foreign key (tenant_id, note_id) references note (tenant_id, id) on update cascade on delete cascade
            );
            alter table note enable row level security;
            alter table note force row level security;
            create policy tenant on note
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            alter table remark enable row level security;
            alter table remark force row level security;
            create policy tenant on remark
                using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
            """;

    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("use", "Tout faire", Profile.values());
        launcher("Étourdi", "puzzle", Hue.PLUM, "use");
        page(Pages.class);
        api(Api.class);
        dao(Notes.class);
        tile(Newest.class);
        personalData(Kept.class);
    }

    /** Not one WHERE that names a tenant, and most name nothing at all. */
    public interface Notes {
        /** All titles there are. */
        @SqlQuery("select title from note order by title")
        List<String> all();

        /** By id, whoever asks. */
        @SqlQuery("select title from note where id = :id")
        Optional<String> one(UUID id);

        /** All remarks with their note. */
        @SqlQuery("select n.title || ' : ' || r.body from note n join remark r on r.note_id = n.id order by 1")
        List<String> remarks();

        /** Everybody there is, and what they have to do with classes. */
        @SqlQuery("select p.display_name || ' ' || r.how from ent.person p left join ent.class_reader r "
                + "on r.person_id = p.id where r.how is not null or p.profile <> '' "
                + "union select name from ent.school union select commune from ent.school "
                + "union select school_name from ent.class union select about from ent.automatic_group "
                + "union select display_name from ent.person")
        List<String> everybody();

        /** A person by id. */
        @SqlQuery("select display_name from ent.person where id = :id "
                + "union select how from ent.class_reader where person_id = :id or class_id = :id "
                + "union select guardian_id::text from ent.guardianship where pupil_id = :id or guardian_id = :id "
                + "union select role from ent.membership where person_id = :id or class_id = :id")
        List<String> person(UUID id);

        /** Adds. */
        @SqlUpdate("insert into note (title) values (:title)")
        void add(String title);

        /** Adds, and wants to know the id. */
        @SqlUpdate("insert into note (title) values (:title)")
        @GetGeneratedKeys("id")
        UUID addKeyed(String title);

        /** Adds several. */
        @SqlBatch("insert into note (title) values (:title)")
        void addAll(List<String> title);

        /** Adds for a tenant of the request's choice. */
        @SqlUpdate("insert into note (tenant_id, title) values (:tenant, :title)")
        void forge(int tenant, String title);

        /** The same, several. */
        @SqlBatch("insert into note (tenant_id, title) values (:tenant, :title)")
        void forgeAll(int tenant, List<String> title);

        /** Adds or overwrites. */
        @SqlUpdate("insert into note (id, title) values (:id, :title) "
                + "on conflict (tenant_id, id) do update set title = excluded.title")
        void put(UUID id, String title);

        /** The same for a tenant of the request's choice. */
        @SqlUpdate("insert into note (tenant_id, id, title) values (:tenant, :id, :title) "
                + "on conflict (tenant_id, id) do update set title = excluded.title")
        void forgePut(int tenant, UUID id, String title);

        /** Renames by id. */
        @SqlUpdate("update note set title = :title where id = :id")
        int rename(UUID id, String title);

        /** Marks everything. */
        @SqlUpdate("update note set title = title || :mark")
        int markAll(String mark);

        /** Gives everything away. */
        @SqlUpdate("update note set tenant_id = :tenant")
        int giveAll(int tenant);

        /** Takes everything. */
        @SqlUpdate("update note set tenant_id = :tenant where tenant_id <> :tenant")
        int takeAll(int tenant);

        /** Deletes by id. */
        @SqlUpdate("delete from note where id = :id")
        int delete(UUID id);

        /** Deletes everything. */
        @SqlUpdate("delete from remark")
        int deleteRemarks();

        /** Deletes everything. */
        @SqlUpdate("delete from note")
        int deleteAll();

        /** Answers a note by id. */
        @SqlUpdate("insert into remark (note_id, body) values (:note, :body)")
        void remark(UUID note, String body);

        /** Answers a note of a tenant of the request's choice. */
        @SqlUpdate("insert into remark (tenant_id, note_id, body) values (:tenant, :note, :body)")
        void forgeRemark(int tenant, UUID note, String body);
    }

    /** What a request sends. */
    public record Sent(String title, int tenant) {}

    /** JSON in and out, nothing checked. */
    @Path("")
    @Requires("use")
    @Produces("application/json")
    @Consumes("application/json")
    public static final class Api {
        private final Notes notes;
        private final Directory directory;
        private final Jdbi jdbi;

        /** For the plugin's injector. */
        @Inject
        public Api(Notes notes, Directory directory, Jdbi jdbi) {
            this.notes = notes;
            this.directory = directory;
            this.jdbi = jdbi;
        }

        /** Reads. */
        @GET
        @Path("notes")
        public List<String> all() {
            return notes.all();
        }

        /** Reads. */
        @GET
        @Path("notes/{id}")
        public String one(@PathParam("id") UUID id) {
            return "\"" + notes.one(id).orElse("") + "\"";
        }

        /** Reads. */
        @GET
        @Path("remarks")
        public List<String> remarks() {
            return notes.remarks();
        }

        /** Reads. */
        @GET
        @Path("everybody")
        public List<String> everybody() {
            return notes.everybody();
        }

        /** Reads. */
        @GET
        @Path("people/{id}")
        public List<String> person(@PathParam("id") UUID id) {
            return notes.person(id);
        }

        /** Reads through the host's own look-ups. */
        @GET
        @Path("directory/{id}")
        public List<Object> directory(@PathParam("id") UUID id) {
            return List.of(
                    directory.person(id).stream().toList(),
                    directory.schoolClass(id).stream().toList(),
                    directory.classesOf(id),
                    directory.pupilsOf(id),
                    directory.childrenOf(id),
                    directory.schools());
        }

        /** Glues the request into its SQL. */
        @GET
        @Path("search")
        public List<String> search(@QueryParam("q") String q) {
            return jdbi.withHandle(handle -> handle.createQuery("select title from note where title = '" + q + "'")
                    .mapTo(String.class)
                    .list());
        }

        /** Runs whatever it is sent, statement by statement; answers the last one's rows, or what refused it. */
        @GET
        @Path("sql")
        public List<String> sql(@QueryParam("q") String sql) {
            try {
                return jdbi.withHandle(handle -> run(handle, List.of(sql.split("; "))));
            } catch (StatementException e) {
                SQLException cause = (SQLException) Objects.requireNonNull(e.getCause());
                return List.of(cause.getSQLState(), String.valueOf(cause.getMessage()));
            }
        }

        private static List<String> run(Handle handle, List<String> statements) {
            int last = statements.size() - 1;
            statements.subList(0, last).forEach(handle::execute);
            if (statements.get(last).startsWith("select")) {
                return handle.createQuery(statements.get(last))
                        .mapTo(String.class)
                        .list();
            }
            handle.execute(statements.get(last));
            return List.of();
        }

        /** Adds. */
        @POST
        @Path("notes")
        public void add(Sent sent) {
            notes.add(sent.title());
        }

        /** Adds. */
        @POST
        @Path("keyed")
        public UUID addKeyed(Sent sent) {
            return notes.addKeyed(sent.title());
        }

        /** Adds. */
        @POST
        @Path("several")
        public void addAll(Sent sent) {
            notes.addAll(List.of(sent.title() + " 1", sent.title() + " 2"));
        }

        /** Adds for another. */
        @POST
        @Path("forged")
        public void forge(Sent sent) {
            notes.forge(sent.tenant(), sent.title());
        }

        /** Adds for another. */
        @POST
        @Path("forged-several")
        public void forgeAll(Sent sent) {
            notes.forgeAll(sent.tenant(), List.of(sent.title() + " 1", sent.title() + " 2"));
        }

        /** Adds for another. */
        @PUT
        @Path("forged/{id}")
        public void forgePut(@PathParam("id") UUID id, Sent sent) {
            notes.forgePut(sent.tenant(), id, sent.title());
        }

        /** Adds for another. */
        @POST
        @Path("forged/{id}/remarks")
        public void forgeRemark(@PathParam("id") UUID id, Sent sent) {
            notes.forgeRemark(sent.tenant(), id, sent.title());
        }

        /** Adds. */
        @POST
        @Path("notes/{id}/remarks")
        public void remark(@PathParam("id") UUID id, Sent sent) {
            notes.remark(id, sent.title());
        }

        /** Adds or overwrites. */
        @PUT
        @Path("notes/{id}")
        public void put(@PathParam("id") UUID id, Sent sent) {
            notes.put(id, sent.title());
        }

        /** Overwrites. */
        @POST
        @Path("notes/{id}/title")
        public int rename(@PathParam("id") UUID id, Sent sent) {
            return notes.rename(id, sent.title());
        }

        /** Overwrites everything. */
        @POST
        @Path("mark")
        public int markAll(Sent sent) {
            return notes.markAll(sent.title());
        }

        /** Gives everything away. */
        @POST
        @Path("give")
        public int giveAll(Sent sent) {
            return notes.giveAll(sent.tenant());
        }

        /** Takes everything. */
        @POST
        @Path("take")
        public int takeAll(@Context Caller caller) {
            return notes.takeAll(caller.tenantId());
        }

        /** Deletes. */
        @DELETE
        @Path("notes/{id}")
        public int delete(@PathParam("id") UUID id) {
            return notes.delete(id);
        }

        /** Deletes everything. */
        @DELETE
        @Path("notes")
        public int deleteAll() {
            return notes.deleteRemarks() + notes.deleteAll();
        }

        /** Deletes everything. */
        @DELETE
        @Path("remarks")
        public int deleteRemarks() {
            return notes.deleteRemarks();
        }
    }

    /** The same as a page. */
    @Path("")
    @Requires("use")
    public static final class Pages {
        private final Notes notes;

        /** For the plugin's injector. */
        @Inject
        public Pages(Notes notes) {
            this.notes = notes;
        }

        /** Everything. */
        @GET
        public Page all() {
            return Page.text("Notes", String.join(", ", notes.all()));
        }

        /** One. */
        @GET
        @Path("{id}")
        public Page one(@PathParam("id") UUID id) {
            return Page.text("Note", notes.one(id).orElse("rien"));
        }
    }

    /** The same on the home page. */
    @Requires("use")
    public static final class Newest implements Tile {
        private final Notes notes;

        /** For the plugin's injector. */
        @Inject
        public Newest(Notes notes) {
            this.notes = notes;
        }

        @Override
        public Optional<Page> show(Caller caller) {
            return Optional.of(Page.text("", String.join(", ", notes.all())));
        }
    }

    /** Exports everything to anybody, erases everything for anybody. */
    public static final class Kept implements PersonalData {
        private final Notes notes;

        /** For the plugin's injector. */
        @Inject
        public Kept(Notes notes) {
            this.notes = notes;
        }

        @Override
        public List<PersonalData.Kept> register() {
            return List.of();
        }

        @Override
        public List<Item> export(UUID personId) {
            return notes.all().stream()
                    .map(title -> new Item("Note", "", title))
                    .toList();
        }

        @Override
        public int erase(UUID personId) {
            return notes.deleteAll();
        }
    }
}
