package fr.preau.server.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;
import org.pf4j.Plugin;
import org.pf4j.PluginDescriptor;
import org.pf4j.VersionManager;

/** What {@code plugin.properties} must say. */
final class DescriptorRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final VersionManager versions = new DefaultVersionManager();

    private DescriptorRules() {}

    /** Of what is needed to load it. */
    static List<String> faults(PluginDescriptor descriptor) {
        List<String> faults = new ArrayList<>();
        String id = descriptor.getPluginId();
        if (id == null || id.length() > 40 || !ID.matcher(id).matches()) {
            faults.add("plugin.id : « " + id + " » ; attendu : des minuscules, des chiffres et des tirets, 40 au plus");
        }
        String version = descriptor.getVersion();
        if (version == null || !valid(version)) {
            faults.add("plugin.version : « " + version + " » ; attendu : un numéro comme 1.0.0");
        }
        String type = descriptor.getPluginClass();
        // PF4J fills in its own class when none is named.
        if (type == null || type.isBlank() || type.equals(Plugin.class.getName())) {
            faults.add("plugin.class manque : le nom de la classe qui étend EntPlugin");
        }
        return faults;
    }

    /**
     * Of the API version it asks for. Not left to PF4J, which lets everything pass when it is blank or {@code *}, and reads
     * an exact version as “at least”.
     */
    static List<String> apiFaults(PluginDescriptor descriptor, String apiVersion) {
        String requires = descriptor.getRequires();
        if (requires == null || requires.isBlank() || requires.equals("*")) {
            return List.of("plugin.requires manque : la version de l’API attendue, par exemple ^1.0");
        }
        try {
            return versions.checkVersionConstraint(apiVersion, requires)
                    ? List.of()
                    : List.of("plugin.requires : « " + requires + " » ; cette version de Préau offre l’API "
                            + apiVersion);
        } catch (RuntimeException e) {
            return List.of("plugin.requires : « " + requires + " » n’est pas une règle de version, par exemple ^1.0");
        }
    }

    private static boolean valid(String version) {
        try {
            return versions.compareVersions(version, version) == 0;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
