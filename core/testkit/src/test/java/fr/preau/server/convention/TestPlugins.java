package fr.preau.server.convention;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import fr.preau.testkit.PluginJar;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Three services, one for each kind of authority. */
public final class TestPlugins {
    private TestPlugins() {}

    static java.nio.file.Path jar(String id, Authority authority) {
        Class<? extends EntPlugin> type = switch (authority) {
            case EDUCATION_NATIONALE -> Ecole.class;
            case COLLECTIVITE -> Ville.class;
            case BOTH -> Ensemble.class;
        };
        return PluginJar.of(type).id(id).build();
    }

    /** Under Éducation nationale. */
    public static final class Ecole extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.EDUCATION_NATIONALE);
            permission("read", "Ouvrir le service d’essai", everyone());
            launcher("ecole", "puzzle", Hue.SKY, "read");
            page(Here.class);
            personalData(NoPersonalData.class);
        }
    }

    /** Under the town. */
    public static final class Ville extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.COLLECTIVITE);
            permission("read", "Ouvrir le service d’essai", everyone());
            launcher("ville", "puzzle", Hue.SKY, "read");
            page(Here.class);
            personalData(NoPersonalData.class);
        }
    }

    /** Under both. */
    public static final class Ensemble extends EntPlugin {
        @Override
        protected void configure() {
            authority(Authority.BOTH);
            permission("read", "Ouvrir le service d’essai", everyone());
            launcher("ensemble", "puzzle", Hue.SKY, "read");
            page(Here.class);
            personalData(NoPersonalData.class);
        }
    }

    /** The one page. */
    @Path("")
    @Requires("read")
    public static final class Here {
        /** Says that it runs. */
        @GET
        public Page here() {
            return Page.text("Service d’essai", "Il fonctionne.");
        }
    }
}
