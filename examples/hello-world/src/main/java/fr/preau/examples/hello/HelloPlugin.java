package fr.preau.examples.hello;

import fr.preau.api.Authority;
import fr.preau.api.Caller;
import fr.preau.api.EntPlugin;
import fr.preau.api.access.Requires;
import fr.preau.api.privacy.NoPersonalData;
import fr.preau.api.web.Hue;
import fr.preau.api.web.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

/** A whole plugin: one page that says hello. */
public final class HelloPlugin extends EntPlugin {

    @Override
    protected void configure() {
        authority(Authority.BOTH);
        permission("read", "Lire le bonjour", everyone());
        launcher("Bonjour", "hand", Hue.SKY, "read");
        page(Hello.class);
        personalData(NoPersonalData.class);
    }

    /** The page, at {@code /apps/hello-world/}. */
    @Path("")
    @Requires("read")
    public static final class Hello {
        /** Greets the caller. */
        @GET
        public Page hello(@Context Caller caller) {
            return Page.text("Bonjour", "Bonjour " + caller.firstName() + ", bienvenue sous le préau.");
        }
    }
}
