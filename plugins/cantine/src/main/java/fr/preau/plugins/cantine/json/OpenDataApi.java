package fr.preau.plugins.cantine.json;

import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import fr.preau.plugins.cantine.opendata.OpenData;
import fr.preau.plugins.cantine.opendata.Publisher;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** Who publishes the open data. The file itself is at {@code /apps/cantine/export/menus-collectifs.csv}. Thread-safe. */
@Path("publisher")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Requires("publish")
@Singleton
public final class OpenDataApi {
    private final OpenData openData;

    @Inject
    OpenDataApi(OpenData openData) {
        this.openData = openData;
    }

    /** The components of {@link Publisher}. */
    public record PublisherBody(
            @Nullable String name,
            @Nullable String siret,
            @Nullable String kitchenName,
            @Nullable String kitchenSiret) {}

    /** The publisher; 404 until it has been said. */
    @GET
    public Publisher publisher() {
        return openData.publisher().orElseThrow(NotFoundException::new);
    }

    /** Says who publishes. */
    @PUT
    public Publisher set(@Nullable PublisherBody body) {
        if (body == null) {
            throw new BadInput("", "Le contenu manque.");
        }
        Publisher publisher = new Publisher(
                Terms.text(body.name),
                Terms.text(body.siret),
                Terms.text(body.kitchenName),
                Terms.text(body.kitchenSiret));
        publisher.faults().entrySet().stream().findFirst().ifPresent(fault -> {
            throw new BadInput(fault.getKey(), fault.getValue());
        });
        openData.setPublisher(publisher);
        return publisher;
    }
}
