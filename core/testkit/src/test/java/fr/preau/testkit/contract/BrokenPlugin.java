package fr.preau.testkit.contract;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Breaks every promise that the server does not enforce by itself. */
public final class BrokenPlugin extends EntPlugin {
    static final String TABLES =
            table("thing", ", author_id uuid not null, class_id uuid, text text not null") + table("never_filled", "");

    private static String table(String name, String columns) {
        return """
                create table %1$s (
                    tenant_id integer not null default nullif(current_setting('ent.tenant', true), '')::integer,
                    id uuid not null default gen_random_uuid()%2$s,
                    primary key (tenant_id, id)
                );
                alter table %1$s enable row level security;
                alter table %1$s force row level security;
                create policy tenant on %1$s
                    using (tenant_id = nullif(current_setting('ent.tenant', true), '')::integer);
                """.formatted(name, columns);
    }

    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("do", "Tout faire", Profile.TEACHER);
        page(Things.class);
        dao(ThingDao.class);
        // Though authors stand in its rows.
        personalData(NoPersonalData.class);
    }

    /** Sets another tenant on purpose: a plugin is trusted not to. */
    public interface ThingDao {
        /** All texts. */
        @SqlQuery("select text from thing")
        List<String> texts();

        /** Adds one, for any class. */
        @SqlUpdate("insert into thing (author_id, class_id, text) values (:author, :classId, :text)")
        void add(UUID author, UUID classId, String text);

        /** Becomes another tenant. */
        @SqlQuery("select set_config('ent.tenant', :tenant, true)")
        String become(String tenant);

        /** Changes one. */
        @SqlUpdate("update thing set text = text || ' !' where id = :id")
        int touch(UUID id);
    }

    /** Its pages. */
    @Path("")
    @Requires("do")
    public static final class Things {
        /** What all tenants wrote. */
        private final Set<String> remembered = new LinkedHashSet<>();

        private final ThingDao dao;

        @Inject
        Things(ThingDao dao) {
            this.dao = dao;
            CountDownLatch never = new CountDownLatch(1);
            Thread forgotten = new Thread(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            forgotten.setDaemon(true);
            forgotten.start();
        }

        /** Shows what it ever read. */
        @GET
        public synchronized Page all() {
            remembered.addAll(dao.texts());
            return Page.text("Choses", String.join(", ", remembered));
        }

        /** A page that nobody could use. */
        @GET
        @Path("form")
        public Response form() {
            return Response.ok("<html><title>x</title><input></html>", "text/html;charset=utf-8")
                    .build();
        }

        /** Expects a number, and nothing else. */
        @GET
        @Path("number")
        public Page number(@QueryParam("n") @DefaultValue("1") String number) {
            return Page.text("Nombre", String.valueOf(Integer.parseInt(number)));
        }

        /** Takes any class. */
        @POST
        public Response add(
                @Context Caller caller,
                @FormParam("class") UUID classId,
                @FormParam("text") @DefaultValue("") String text) {
            dao.add(caller.personId(), classId, text);
            return Redirect.to("");
        }

        /** Changes a row of any tenant. */
        @POST
        @Path("touch/{id}")
        public Response touch(@PathParam("id") UUID id) {
            for (String tenant : List.of("1", "2")) {
                dao.become(tenant);
                dao.touch(id);
            }
            return Redirect.to("");
        }
    }
}
