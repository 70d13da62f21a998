package fr.preau.server.access;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A service with rights of every reach, for tests of decisions. */
public final class RightsPlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("read", "Lire l’essai", everyone());
        permission("write", "Écrire l’essai", Profile.TEACHER, Profile.HEAD, Profile.PUPIL);
        permission("serve", "Servir l’essai", Reach.SCHOOL, Profile.MUNICIPAL_STAFF, Profile.HEAD);
        permission("secret", "Voir le secret de l’essai");
        permission("guard", "Garder l’essai", Reach.SCHOOL);
        permission("rule", "Régler l’essai", Reach.TENANT, Profile.INSPECTOR);
        role("agent", "Agent d’essai", "serve", "guard");
        shareable("thing", level("read", "Lire", "read"), level("write", "Lire et écrire", "read", "write"));
        page(Here.class);
        personalData(NoPersonalData.class);
    }

    /** The pages. */
    @Path("")
    public static final class Here {
        /** For who reads. */
        @GET
        @Requires("read")
        public Page read() {
            return Page.text("Essai", "Lu.");
        }

        /** For who guards. */
        @GET
        @Path("guard")
        @Requires("guard")
        public Page guard() {
            return Page.text("Essai", "Gardé.");
        }

        /** For who has the secret. */
        @GET
        @Path("secret")
        @Requires("secret")
        public Page secret() {
            return Page.text("Essai", "Secret.");
        }
    }
}
