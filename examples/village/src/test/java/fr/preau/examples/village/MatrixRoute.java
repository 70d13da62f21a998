package fr.preau.examples.village;

import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import fr.preau.server.Ent;
import fr.preau.server.http.CoreResource;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A route, read from the annotations of its resource.
 *
 * @param section whose it is
 * @param method the HTTP method
 * @param template its path
 * @param api whether it answers JSON
 * @param variables the variables of its path, and their types
 */
record MatrixRoute(String section, String method, String template, boolean api, Map<String, Class<?>> variables) {
    /** They end the session of who calls them. */
    private static final Set<String> ENDS_SESSION = Set.of("POST /deconnexion", "DELETE /api/core/session");

    static List<MatrixRoute> all(EntExtension ent) {
        List<MatrixRoute> routes = new ArrayList<>();
        for (Object resource : core(ent.server())) {
            read("Portail", "/", resource.getClass(), false, routes);
        }
        for (RunningPlugin plugin : ent.server().get(PluginHost.class).running()) {
            plugin.contributions().pages().forEach(type -> read(plugin.id(), plugin.root(), type, false, routes));
            plugin.contributions()
                    .apis()
                    .forEach(type -> read(plugin.id(), plugin.root() + "api/", type, true, routes));
        }
        return routes;
    }

    private static Set<CoreResource> core(Ent ent) {
        try {
            Field field = Ent.class.getDeclaredField("injector");
            field.setAccessible(true);
            return ((Injector) field.get(ent)).getInstance(Key.get(new TypeLiteral<Set<CoreResource>>() {}));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void read(String section, String root, Class<?> type, boolean api, List<MatrixRoute> routes) {
        for (Method method : type.getMethods()) {
            for (Annotation annotation : method.getAnnotations()) {
                HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) {
                    Map<String, Class<?>> variables = new LinkedHashMap<>();
                    for (Parameter parameter : method.getParameters()) {
                        PathParam variable = parameter.getAnnotation(PathParam.class);
                        if (variable != null) {
                            variables.put(variable.value(), parameter.getType());
                        }
                    }
                    String path = root + part(type.getAnnotation(Path.class));
                    String own = part(method.getAnnotation(Path.class));
                    String template = own.isEmpty() ? path : path.replaceFirst("/$", "") + "/" + own;
                    routes.add(new MatrixRoute(
                            section, verb.value(), template, api || template.startsWith("/api/"), variables));
                }
            }
        }
    }

    private static String part(@org.jspecify.annotations.Nullable Path path) {
        return path == null ? "" : path.value().replaceFirst("^/", "");
    }

    boolean reads() {
        return method.equals("GET");
    }

    boolean skipped() {
        return ENDS_SESSION.contains(method + " " + template);
    }

    /** Whether one of its ids belongs to a class or to a party, and so to an ENT. */
    private boolean hasPlace() {
        return kind() != Places.Kind.NONE;
    }

    /** Where to try it. */
    List<Places.Where> places() {
        return kind().places();
    }

    private Places.Kind kind() {
        if (!variables.containsValue(UUID.class)) {
            return Places.Kind.NONE;
        }
        if (template.startsWith("/console/classes/") || template.startsWith("/console/charte/papier/classes/")) {
            return Places.Kind.CLASS;
        }
        if (template.startsWith("/console/personnes/")
                || template.startsWith("/console/charte/papier/personnes/")
                || section.equals("garderie")) {
            return Places.Kind.PUPIL;
        }
        if (template.contains("/arrets/{") || template.contains("/stops/{")) {
            return Places.Kind.STOP;
        }
        if (template.contains("/deploiement/{") || template.contains("/waves/{")) {
            return Places.Kind.WAVE;
        }
        if (template.contains("/parties/{")) {
            return Places.Kind.PARTY;
        }
        if (template.contains("/delegues/{")) {
            return Places.Kind.DELEGATE;
        }
        if (section.equals("blog") && template.contains("/comments/{")) {
            return Places.Kind.COMMENT;
        }
        if (section.equals("blog") && template.contains("/posts/")) {
            return Places.Kind.POST;
        }
        return section.equals("cahier-de-textes") ? Places.Kind.WORK : Places.Kind.NONE;
    }

    String path(Places places, Places.Where where) {
        String path = template;
        if (template.endsWith("/convention/avenant")) {
            places.noOpenVersion();
        }
        boolean first = true;
        for (Map.Entry<String, Class<?>> variable : variables.entrySet()) {
            String value = "inconnu";
            if (variable.getValue() == UUID.class) {
                value = first && hasPlace() ? places.id(kind(), where, !reads()) : new UUID(0, 9).toString();
                first = false;
            } else if (variable.getValue() == int.class) {
                value = template.contains("/convention/") ? Integer.toString(places.version(!reads())) : "1";
            } else if (variable.getKey().equals("plugin") && template.contains("/convention/")) {
                value = "blog";
            } else if (variable.getKey().equals("slug")) {
                value = "essai";
            } else if (Set.of("date", "week", "day", "monday").contains(variable.getKey())) {
                value = "2026-11-30";
            }
            path = path.replaceAll("\\{" + variable.getKey() + "(\\s*:[^}]*)?\\}", value);
        }
        return path;
    }

    Answer call(Client client, String path) {
        if (reads()) {
            return client.get(path);
        }
        return api
                ? client.send(method, path, "application/json", BodyPublishers.ofString("{}"))
                : client.postForm(path);
    }

    @Override
    public String toString() {
        return method + " " + template + " "
                + Arrays.toString(variables.keySet().toArray());
    }
}
