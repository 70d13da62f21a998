package fr.preau.server.http;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import fr.preau.api.Caller;
import fr.preau.api.web.MultipartForm;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.ContextResolver;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.internal.inject.AbstractBinder;
import org.glassfish.jersey.jackson.JacksonFeature;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Jersey application around ready-made resource objects: the core's, a plugin's pages, a plugin's JSON. Immutable
 * once made; replaced as a whole, never reloaded.
 */
public final class JerseyApp {
    private JerseyApp() {}

    /**
     * Starts an application.
     *
     * @param resources JAX-RS resource objects
     * @param guard checks the right of each route before it runs
     * @param layout renders pages
     * @param view how its pages look
     * @param rights which rights the present caller holds, for templates
     */
    public static ServletContainer start(
            ServletContext context,
            List<Object> resources,
            ContainerRequestFilter guard,
            Layout layout,
            View view,
            Predicate<String> rights)
            throws ServletException {
        ResourceConfig config = new ResourceConfig();
        config.registerInstances(resources.toArray());
        config.registerInstances(
                guard, new PageResponses(layout, view, rights), new CommitBeforeAnswer(), new Errors(), json());
        config.register(JacksonFeature.withoutExceptionMappers());
        config.register(new RequestParameters());
        config.property(ServerProperties.WADL_FEATURE_DISABLE, true);
        config.property(CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true);
        config.property(CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true);
        config.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
        config.property(ServerProperties.LOCATION_HEADER_RELATIVE_URI_RESOLUTION_DISABLED, false);
        ServletContainer container = new ServletContainer(config);
        container.init(new Config(context));
        return container;
    }

    /** A mapper of its own, with a cache of its own: Jackson's shared one would keep a stopped plugin's classes alive. */
    private static ContextResolver<ObjectMapper> json() {
        ObjectMapper mapper = new ObjectMapper();
        mapper.setTypeFactory(TypeFactory.defaultInstance().withCache(new LRUMap<>(16, 200)));
        mapper.registerModules(new JavaTimeModule(), new Jdk8Module());
        mapper.disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        mapper.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return new JsonMapper(mapper);
    }

    /** Hands the mapper to Jersey. */
    private static final class JsonMapper implements ContextResolver<ObjectMapper> {
        private final ObjectMapper mapper;

        JsonMapper(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public ObjectMapper getContext(Class<?> type) {
            return mapper;
        }
    }

    /** What a resource method may ask for with {@code @Context}. */
    private static final class RequestParameters extends AbstractBinder {
        @Override
        protected void configure() {
            bindFactory(CurrentCaller.class).to(Caller.class).in(RequestScoped.class);
            bindFactory(CurrentForm.class).to(MultipartForm.class).in(RequestScoped.class);
            bindFactory(CurrentExchange.class).to(Exchange.class).in(RequestScoped.class);
        }
    }

    /** The caller; a route that takes one is never reached by anybody who is not signed in. */
    static final class CurrentCaller implements Supplier<@Nullable Caller> {
        @Override
        public @Nullable Caller get() {
            return Exchange.current().callerOrNull();
        }
    }

    /** The multipart form. */
    static final class CurrentForm implements Supplier<MultipartForm> {
        @Override
        public MultipartForm get() {
            return new ServletForm(Exchange.current().request());
        }
    }

    /** The exchange, for the core's own resources. */
    static final class CurrentExchange implements Supplier<Exchange> {
        @Override
        public Exchange get() {
            return Exchange.current();
        }
    }

    private record Config(ServletContext context) implements ServletConfig {
        @Override
        public String getServletName() {
            return "jersey";
        }

        @Override
        public ServletContext getServletContext() {
            return context;
        }

        @Override
        public @Nullable String getInitParameter(String name) {
            return null;
        }

        @Override
        public Enumeration<String> getInitParameterNames() {
            return Collections.emptyEnumeration();
        }
    }
}
