package fr.preau.server.plugin;

import com.google.inject.Module;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.Message;
import fr.preau.api.Contributions;
import fr.preau.api.EntPlugin;
import java.util.ArrayList;
import java.util.List;

/**
 * What a loaded plugin says of itself, and all that is wrong with it before its database is looked at.
 *
 * @param contributions what its class declares
 * @param module its bindings
 * @param faults of its descriptor, its jar and its declarations
 */
record Declared(Contributions contributions, Module module, List<String> faults) {

    /**
     * Makes the plugin's one object and asks it.
     *
     * @throws PluginFailure with all faults known so far, if it can't be asked
     */
    static Declared read(Generation generation) {
        List<String> faults = new ArrayList<>(generation.faults());
        try {
            faults.addAll(JarRules.faults(generation.path()));
            EntPlugin plugin = generation.instantiate();
            List<Element> elements = Elements.getElements(plugin);
            List<String> broken = elements.stream()
                    .filter(Message.class::isInstance)
                    .map(message -> "configure() a échoué : " + ((Message) message).getMessage())
                    .toList();
            // What a broken configure() left unsaid is no fault of its own.
            faults.addAll(broken);
            if (broken.isEmpty()) {
                faults.addAll(Declarations.faults(plugin.contributions()));
                faults.addAll(JarRules.faults(
                        generation.path(), plugin.contributions().daos()));
            }
            return new Declared(plugin.contributions(), Elements.getModule(elements), faults);
        } catch (PluginFailure e) {
            faults.addAll(e.faults());
            throw new PluginFailure(faults, e);
        } catch (RuntimeException | LinkageError e) {
            faults.add("le démarrage a échoué : " + e);
            throw new PluginFailure(faults, e);
        }
    }
}
