package fr.preau.server.plugin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.pf4j.DefaultVersionManager;
import org.pf4j.PluginDescriptor;
import org.pf4j.VersionManager;

/** What {@code plugin.properties} must say. */
final class DescriptorRules {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final VersionManager versions = new DefaultVersionManager();

    private DescriptorRules() {}

    static List<String> faults(PluginDescriptor descriptor, String apiVersion) {
        List<String> faults = new ArrayList<>();
        String id = descriptor.getPluginId();
        if (id == null || id.length() > 40 || !ID.matcher(id).matches()) {
            faults.add("plugin.id : « " + id + " » ; attendu : des minuscules, des chiffres et des tirets, 40 au plus");
        }
        String version = descriptor.getVersion();
        if (version == null || !valid(version)) {
            faults.add("plugin.version : « " + version + " » ; attendu : un numéro comme 1.0.0");
        }
        if (descriptor.getPluginClass() == null || descriptor.getPluginClass().isBlank()) {
            faults.add("plugin.class manque : le nom de la classe qui étend EntPlugin");
        }
        requires(descriptor.getRequires(), apiVersion, faults);
        return faults;
    }

    /** PF4J lets everything pass when it is blank or {@code *}, and reads an exact version as “at least”. */
    private static void requires(String requires, String apiVersion, List<String> faults) {
        if (requires == null || requires.isBlank() || requires.equals("*")) {
            faults.add("plugin.requires manque : la version de l’API attendue, par exemple ^1.0");
            return;
        }
        try {
            if (!versions.checkVersionConstraint(apiVersion, requires)) {
                faults.add("plugin.requires : « " + requires + " » ; cette version de Préau offre l’API " + apiVersion);
            }
        } catch (RuntimeException e) {
            faults.add("plugin.requires : « " + requires + " » n’est pas une règle de version, par exemple ^1.0");
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
