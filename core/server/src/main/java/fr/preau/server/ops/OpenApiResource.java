package fr.preau.server.ops;

import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.CoreResource;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import fr.preau.server.portal.CharterApi;
import fr.preau.server.portal.SessionApi;
import fr.preau.server.portal.convention.ConventionApi;
import fr.preau.server.portal.roles.AccessApi;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Set;

/** Describes the JSON of the core and of the running plugins (OpenAPI 3). Thread-safe. */
@Singleton
@Path("openapi.json")
@Needs(Who.ANYBODY)
public final class OpenApiResource implements CoreResource {
    private final PluginHost plugins;

    @Inject
    OpenApiResource(PluginHost plugins) {
        this.plugins = plugins;
    }

    /** The description. Made anew each time: plugins come and go, and a cache would hold their classes. */
    @GET
    @Produces("application/json")
    public synchronized String describe() {
        OpenAPI all = read(Set.of(SessionApi.class, ConventionApi.class, AccessApi.class, CharterApi.class), "");
        all.setInfo(new Info().title("Préau").version(PluginHost.API_VERSION));
        for (RunningPlugin plugin : plugins.running()) {
            try (Visit visit = plugins.visit(plugin.id())) {
                if (visit != null) {
                    add(visit.plugin(), all);
                }
            }
        }
        return Json.pretty(all);
    }

    private static void add(RunningPlugin plugin, OpenAPI all) {
        OpenAPI part = read(Set.copyOf(plugin.contributions().apis()), plugin.root() + "api");
        if (part.getPaths() != null) {
            part.getPaths().forEach((path, item) -> all.path(plugin.root() + "api" + path, item));
        }
        if (part.getComponents() != null && part.getComponents().getSchemas() != null) {
            part.getComponents().getSchemas().forEach(all::schema);
        }
    }

    private static OpenAPI read(Set<Class<?>> resources, String tag) {
        try {
            OpenAPI read = new Reader(new SwaggerConfiguration().openAPI(new OpenAPI())).read(resources);
            if (read.getPaths() != null && !tag.isEmpty()) {
                read.getPaths()
                        .values()
                        .forEach(item ->
                                item.readOperations().forEach(operation -> operation.addTagsItem(tag.split("/")[2])));
            }
            return read;
        } finally {
            // swagger-core and its Jackson remember types in static caches, and with them the loaders of stopped
            // plugins.
            ModelConverters.reset();
            Json.mapper().clearCaches();
        }
    }
}
