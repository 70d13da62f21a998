package fr.preau.plugins.annuaireonde;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** Lists the pupils of a class to those who have to do with it, as any plugin would: by joining to the directory's views. */
public final class ClassListPlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.EDUCATION_NATIONALE);
        permission("read", "Lire la liste d’une classe", everyone());
        page(ListPage.class);
        api(ListApi.class);
        dao(ListDao.class);
        personalData(NoPersonalData.class);
    }

    /** Reads. */
    public interface ListDao {
        /** The pupils of a class, none if the reader has nothing to do with it. */
        @SqlQuery("select p.display_name from ent.membership m join ent.person p on p.id = m.person_id "
                + "where m.class_id = :classId and m.role = 'PUPIL' and exists (select from ent.class_reader r "
                + "where r.class_id = m.class_id and r.person_id = :reader) order by 1")
        List<String> pupils(UUID classId, UUID reader);
    }

    /** The page. */
    @Path("classes/{id}")
    @Requires("read")
    public static final class ListPage {
        private final ListDao dao;

        /** For the injector. */
        @Inject
        public ListPage(ListDao dao) {
            this.dao = dao;
        }

        /** The list. */
        @GET
        public Page list(@PathParam("id") UUID id, @Context Caller caller) {
            return Page.text("La classe", String.join(", ", found(dao, id, caller)));
        }
    }

    /** The same as JSON. */
    @Path("classes/{id}")
    @Requires("read")
    public static final class ListApi {
        private final ListDao dao;

        /** For the injector. */
        @Inject
        public ListApi(ListDao dao) {
            this.dao = dao;
        }

        /** The list. */
        @GET
        public List<String> list(@PathParam("id") UUID id, @Context Caller caller) {
            return found(dao, id, caller);
        }
    }

    private static List<String> found(ListDao dao, UUID id, Caller caller) {
        List<String> pupils = dao.pupils(id, caller.personId());
        if (pupils.isEmpty()) {
            throw new NotFoundException();
        }
        return pupils;
    }
}
