package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** What the caller has to do with: the classes they may give work to, and those they or their children attend. */
@Path("classes")
@Requires("read")
@Produces(MediaType.APPLICATION_JSON)
public final class ClassApi {
    private final Works works;

    @Inject
    ClassApi(Works works) {
        this.works = works;
    }

    /** The caller's classes and children. */
    @GET
    public List<Desk> classes(@Context Caller caller) {
        return works.desks(caller);
    }
}
