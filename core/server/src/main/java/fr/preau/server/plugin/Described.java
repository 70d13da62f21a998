package fr.preau.server.plugin;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;
import org.pf4j.PropertiesPluginDescriptorFinder;

/**
 * What a jar says of itself in {@code plugin.properties}, and what is wrong with it, read without loading any of its classes.
 *
 * @param id its id
 * @param version its version
 * @param type the name of its class
 * @param description one sentence, may be empty
 * @param requires the rule for the API's version
 * @param dependencies ids of the plugins that it needs
 * @param faults in French, one a line; if there are any, the rest may be empty
 */
public record Described(
        String id,
        String version,
        String type,
        String description,
        String requires,
        List<String> dependencies,
        List<String> faults) {

    /**
     * Reads it.
     *
     * @param properties the content of {@code plugin.properties}
     * @param names the names of all entries of the jar
     */
    public static Described read(String properties, Collection<String> names) {
        List<String> faults = new ArrayList<>(JarRules.faults(names.stream()));
        try {
            PluginDescriptor descriptor = new Parser().parse(properties);
            faults.addAll(0, DescriptorRules.apiFaults(descriptor, PluginHost.API_VERSION));
            faults.addAll(0, DescriptorRules.faults(descriptor));
            return new Described(
                    text(descriptor.getPluginId()),
                    text(descriptor.getVersion()),
                    text(descriptor.getPluginClass()),
                    text(descriptor.getPluginDescription()),
                    text(descriptor.getRequires()),
                    descriptor.getDependencies().stream()
                            .map(PluginDependency::getPluginId)
                            .toList(),
                    List.copyOf(faults));
        } catch (IOException | RuntimeException e) {
            faults.add(0, "plugin.properties est illisible : " + e.getMessage());
            return new Described("", "", "", "", "", List.of(), List.copyOf(faults));
        }
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private static final class Parser extends PropertiesPluginDescriptorFinder {
        PluginDescriptor parse(String text) throws IOException {
            Properties properties = new Properties();
            properties.load(new StringReader(text));
            return createPluginDescriptor(properties);
        }
    }
}
