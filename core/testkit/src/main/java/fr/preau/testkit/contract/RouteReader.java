package fr.preau.testkit.contract;

import fr.preau.api.Contributions;
import fr.preau.api.Permission;
import fr.preau.api.Profile;
import fr.preau.api.access.Requires;
import fr.preau.api.web.MultipartForm;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.testkit.contract.Route.Body;
import fr.preau.testkit.contract.Slot.Place;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glassfish.jersey.uri.UriTemplate;

/** Reads a plugin's routes from the annotations of its resources. */
final class RouteReader {
    private final RunningPlugin plugin;
    private final List<Route> routes = new ArrayList<>();

    private RouteReader(RunningPlugin plugin) {
        this.plugin = plugin;
    }

    static List<Route> routesOf(RunningPlugin plugin) {
        RouteReader reader = new RouteReader(plugin);
        Contributions declared = plugin.contributions();
        declared.pages().forEach(resource -> reader.read(resource, false));
        declared.apis().forEach(resource -> reader.read(resource, true));
        return List.copyOf(reader.routes);
    }

    private void read(Class<?> resource, boolean api) {
        for (Method method : resource.getMethods()) {
            httpMethod(method).ifPresent(verb -> routes.add(route(resource, method, verb, api)));
        }
    }

    private static Optional<String> httpMethod(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private Route route(Class<?> resource, Method method, String verb, boolean api) {
        String path = plugin.root() + (api ? "api/" : "") + part(resource.getAnnotation(Path.class));
        String own = part(method.getAnnotation(Path.class));
        String template = own.isEmpty() ? path : path.replaceFirst("/$", "") + "/" + own;
        List<Slot> slots = new ArrayList<>();
        Body body = Body.NONE;
        String json = "";
        for (Parameter parameter : method.getParameters()) {
            Optional<Slot> slot = slot(parameter);
            slot.ifPresent(slots::add);
            if (slot.isPresent()) {
                body = slot.get().place() == Place.FORM ? Body.FORM : body;
            } else if (parameter.getType() == MultipartForm.class) {
                body = Body.MULTIPART;
            } else if (MultivaluedMap.class.isAssignableFrom(parameter.getType())) {
                body = Body.FORM;
            } else if (isEntity(parameter)) {
                body = Body.JSON;
                json = JsonSample.of(parameter.getParameterizedType(), slots);
            }
        }
        for (String name : new UriTemplate(template).getTemplateVariables()) {
            if (slots.stream()
                    .noneMatch(slot -> slot.place() == Place.PATH && slot.name().equals(name))) {
                slots.add(new Slot(Place.PATH, name, Slot.Kind.TEXT, List.of()));
            }
        }
        return new Route(verb, template, api, holders(resource, method), body, json, List.copyOf(slots));
    }

    private static String part(Path path) {
        return path == null ? "" : path.value().replaceFirst("^/", "");
    }

    private static Optional<Slot> slot(Parameter parameter) {
        PathParam path = parameter.getAnnotation(PathParam.class);
        QueryParam query = parameter.getAnnotation(QueryParam.class);
        FormParam form = parameter.getAnnotation(FormParam.class);
        if (path != null) {
            return Optional.of(Kinds.slot(Place.PATH, path.value(), parameter.getParameterizedType()));
        }
        if (query != null) {
            return Optional.of(Kinds.slot(Place.QUERY, query.value(), parameter.getParameterizedType()));
        }
        return form == null
                ? Optional.empty()
                : Optional.of(Kinds.slot(Place.FORM, form.value(), parameter.getParameterizedType()));
    }

    /** The request's body is the one parameter that no JAX-RS annotation explains. */
    private static boolean isEntity(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(type -> type.getName().startsWith("jakarta.ws.rs."));
    }

    private Set<String> holders(Class<?> resource, Method method) {
        Requires own = method.getAnnotation(Requires.class);
        Requires right = own != null ? own : resource.getAnnotation(Requires.class);
        return plugin.contributions().permissions().stream()
                .filter(permission -> permission.name().equals(right.value()))
                .map(Permission::holders)
                .flatMap(Set::stream)
                .map(Profile::name)
                .collect(Collectors.toUnmodifiableSet());
    }
}
