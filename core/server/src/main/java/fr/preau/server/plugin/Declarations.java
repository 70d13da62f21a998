package fr.preau.server.plugin;

import fr.preau.api.Contributions;
import fr.preau.api.Permission;
import fr.preau.api.access.Requires;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks what a plugin declared. Deny by default: a route that names no right is a fault. */
final class Declarations {
    private static final Pattern RIGHT = Pattern.compile("[a-z][a-z0-9-]*");

    private Declarations() {}

    static List<String> faults(Contributions declared) {
        List<String> faults = new ArrayList<>();
        Set<String> rights =
                declared.permissions().stream().map(Permission::name).collect(Collectors.toSet());
        if (declared.authority() == null) {
            faults.add("authority(…) manque : qui signe pour ce plugin dans la convention");
        }
        if (declared.personalData() == null) {
            faults.add("personalData(…) manque : ce que le plugin garde sur les personnes, ou NoPersonalData");
        }
        declared.permissions().stream()
                .filter(permission -> !RIGHT.matcher(permission.name()).matches())
                .forEach(permission -> faults.add(
                        "permission : « " + permission.name() + " » ; attendu : minuscules, chiffres, tirets"));
        if (declared.launcher() != null && !rights.contains(declared.launcher().right())) {
            faults.add(unknown("launcher", declared.launcher().right()));
        }
        for (Class<?> tile : declared.tiles()) {
            right(tile.getSimpleName(), tile.getAnnotation(Requires.class), rights, faults);
        }
        Stream.concat(declared.pages().stream(), declared.apis().stream())
                .forEach(resource -> resource(resource, rights, faults));
        for (Class<?> dao : declared.daos()) {
            if (!dao.isInterface()) {
                faults.add(dao.getSimpleName() + " : dao(…) attend une interface SqlObject");
            }
        }
        faults.addAll(BackgroundRules.faults(declared));
        return faults;
    }

    private static void resource(Class<?> resource, Set<String> rights, List<String> faults) {
        String name = resource.getSimpleName();
        if (!Modifier.isPublic(resource.getModifiers())) {
            faults.add(name + " doit être publique");
        }
        if (!resource.isAnnotationPresent(Path.class)) {
            faults.add(name + " : @Path manque");
        }
        for (Method method : resource.getMethods()) {
            String route = name + "." + method.getName();
            if (isRoute(method)) {
                Requires own = method.getAnnotation(Requires.class);
                right(route, own != null ? own : resource.getAnnotation(Requires.class), rights, faults);
            } else if (method.isAnnotationPresent(Path.class)) {
                faults.add(route + " : pas de sous-ressource, chaque route a sa méthode (@GET, @POST…)");
            }
        }
    }

    private static void right(String where, @Nullable Requires requires, Set<String> rights, List<String> faults) {
        if (requires == null) {
            faults.add(where + " : @Requires manque : toute route et toute tuile nomme un droit");
        } else if (!rights.contains(requires.value())) {
            faults.add(unknown(where, requires.value()));
        }
    }

    private static String unknown(String where, String right) {
        return where + " : le droit « " + right + " » n’est pas déclaré par permission(…)";
    }

    static boolean isRoute(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .anyMatch(type -> type.isAnnotationPresent(HttpMethod.class));
    }
}
