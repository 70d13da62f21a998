package fr.preau.server.plugin;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** A plugin of which there are several versions: see {@link GrowingJars}. */
public final class GrowingPlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("read", "Lire", everyone());
        page(Pages.class);
        api(Api.class);
        dao(Ticks.class);
        personalData(NoPersonalData.class);
    }

    /** Its table. */
    public interface Ticks {
        /** Adds. */
        @SqlUpdate("insert into tick default values")
        void add();

        /** Counts. */
        @SqlQuery("select count(*) from tick")
        int count();
    }

    /** Its page. */
    @jakarta.ws.rs.Path("")
    @Requires("read")
    public static final class Pages {
        private final Ticks ticks;

        /** For the plugin's injector. */
        @Inject
        public Pages(Ticks ticks) {
            this.ticks = ticks;
        }

        /** Which version this is, and how many rows there are. */
        @GET
        public Page page() throws IOException {
            try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/version.txt"))) {
                String version = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return Page.text("Grandit", "version " + version + ", " + ticks.count() + " lignes");
            }
        }
    }

    /** Its JSON. */
    @jakarta.ws.rs.Path("ticks")
    @Requires("read")
    @Produces("application/json")
    public static final class Api {
        private final Ticks ticks;

        /** For the plugin's injector. */
        @Inject
        public Api(Ticks ticks) {
            this.ticks = ticks;
        }

        /** Writes. */
        @POST
        public int add() {
            ticks.add();
            return ticks.count();
        }
    }
}
