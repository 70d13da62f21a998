package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The classes whose blogs the caller reads, as JSON. Thread-safe. */
@Path("classes")
@Produces(MediaType.APPLICATION_JSON)
@Requires("read")
@Singleton
public final class ClassApi {

    private final Classes classes;

    @Inject
    ClassApi(Classes classes) {
        this.classes = classes;
    }

    /** The classes, with what the caller may do there and how much waits. */
    @GET
    public List<BlogClass> classes(@Context Caller caller) {
        return classes.of(caller).classes();
    }
}
