package fr.preau.server.repository;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Nothing is wrong with it. */
public class HarmlessPlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("read", "Lire le mot du jour", Profile.values());
        launcher("Mot du jour", "puzzle", Hue.LEAF, "read");
        page(Word.class);
        personalData(NoPersonalData.class);
    }

    /** Its page. */
    @Path("")
    @Requires("read")
    public static final class Word {
        /** The word. */
        @GET
        public Page word() {
            return Page.text("Mot du jour", "Préau");
        }
    }
}
