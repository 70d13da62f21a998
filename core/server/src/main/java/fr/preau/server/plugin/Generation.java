package fr.preau.server.plugin;

import fr.preau.api.EntPlugin;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.pf4j.ClassLoadingStrategy;
import org.pf4j.DependencyResolver;
import org.pf4j.JarPluginManager;
import org.pf4j.PluginClassLoader;
import org.pf4j.PluginDescriptor;
import org.pf4j.PluginDescriptorFinder;
import org.pf4j.PluginLoader;
import org.pf4j.PluginStatusProvider;
import org.pf4j.PluginWrapper;
import org.pf4j.PropertiesPluginDescriptorFinder;
import org.pf4j.util.FileUtils;

/**
 * One version of one plugin, loaded: a PF4J manager of its own, so that a new version can start while the old one serves.
 * We use PF4J for the descriptor, the version rule and the loader. Not thread-safe: the host's lock guards it.
 */
final class Generation implements AutoCloseable {
    private final Manager manager;
    private final PluginWrapper wrapper;
    private final List<String> faults;

    private Generation(Manager manager, PluginWrapper wrapper, List<String> faults) {
        this.manager = manager;
        this.wrapper = wrapper;
        this.faults = faults;
    }

    /**
     * Loads a jar, or a folder of classes while a plugin is being written. Runs none of its code.
     *
     * @throws PluginFailure if it is no plugin
     */
    static Generation load(Path path, String apiVersion) {
        return load(path, apiVersion, false);
    }

    /** As {@link #load}, to ask what it declares: the plugins that it depends on need not be there. */
    static Generation alone(Path path, String apiVersion) {
        return load(path, apiVersion, true);
    }

    private static Generation load(Path path, String apiVersion, boolean alone) {
        Manager manager = new Manager(path.toAbsolutePath().resolveSibling(""), alone);
        PluginDescriptor descriptor;
        try {
            descriptor = new Utf8Descriptors().find(path);
        } catch (RuntimeException e) {
            throw new PluginFailure(path.getFileName() + " : plugin.properties manque ou est illisible", e);
        }
        List<String> faults = DescriptorRules.faults(descriptor);
        List<String> apiFaults = DescriptorRules.apiFaults(descriptor, apiVersion);
        if (!faults.isEmpty()) {
            List<String> all = new ArrayList<>(faults);
            all.addAll(apiFaults);
            throw new PluginFailure(all, null);
        }
        try {
            String id = manager.loadPlugin(path);
            return new Generation(manager, manager.getPlugin(id), apiFaults);
        } catch (RuntimeException e) {
            throw new PluginFailure(path.getFileName() + " : " + e.getMessage(), e);
        }
    }

    PluginDescriptor descriptor() {
        return wrapper.getDescriptor();
    }

    /** What is wrong with the API version it asks for: it must not run, but can be asked what else is wrong. */
    List<String> faults() {
        return faults;
    }

    ClassLoader loader() {
        return wrapper.getPluginClassLoader();
    }

    Path path() {
        return wrapper.getPluginPath();
    }

    /** Makes the plugin's one object. */
    EntPlugin instantiate() {
        String name = descriptor().getPluginClass();
        try {
            return loader().loadClass(name)
                    .asSubclass(EntPlugin.class)
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ClassNotFoundException e) {
            throw new PluginFailure("plugin.class : la classe " + name + " n’est pas dans le plugin", e);
        } catch (ClassCastException e) {
            throw new PluginFailure("plugin.class : la classe " + name + " n’étend pas EntPlugin", e);
        } catch (InvocationTargetException e) {
            throw new PluginFailure(name + " : le constructeur a échoué : " + e.getTargetException(), e);
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new PluginFailure(
                    "plugin.class : " + name + " doit être publique, avec un constructeur public sans paramètre", e);
        }
    }

    @Override
    public void close() {
        manager.unloadPlugin(wrapper.getPluginId());
    }

    private static final class Manager extends JarPluginManager {
        private final boolean alone;

        Manager(Path root, boolean alone) {
            super(root);
            this.alone = alone;
        }

        @Override
        protected DependencyResolver.Result resolveDependencies() {
            return alone ? dependencyResolver.resolve(List.of()) : super.resolveDependencies();
        }

        @Override
        protected PluginDescriptorFinder createPluginDescriptorFinder() {
            return new Utf8Descriptors();
        }

        @Override
        protected PluginLoader createPluginLoader() {
            return new PluginLoader() {
                @Override
                public boolean isApplicable(Path path) {
                    return true;
                }

                @Override
                public ClassLoader loadPlugin(Path path, PluginDescriptor descriptor) {
                    ClassLoader parent = new HostClasses(Generation.class.getClassLoader());
                    PluginClassLoader loader =
                            new PluginClassLoader(Manager.this, descriptor, parent, ClassLoadingStrategy.APD);
                    loader.addFile(path.toFile());
                    return loader;
                }
            };
        }

        /** The wanted state is in the database, not in files beside the jars. */
        @Override
        protected PluginStatusProvider createPluginStatusProvider() {
            return new PluginStatusProvider() {
                @Override
                public boolean isPluginDisabled(String id) {
                    return false;
                }

                @Override
                public void disablePlugin(String id) {
                    throw new UnsupportedOperationException("the wanted state is in the database");
                }

                @Override
                public void enablePlugin(String id) {
                    throw new UnsupportedOperationException("the wanted state is in the database");
                }
            };
        }
    }

    /** PF4J reads {@code plugin.properties} as ISO-8859-1; ours is UTF-8 like every file of a plugin. */
    private static final class Utf8Descriptors extends PropertiesPluginDescriptorFinder {
        @Override
        protected Properties readProperties(Path pluginPath) {
            Path file = getPropertiesPath(pluginPath, propertiesFileName);
            try (Reader reader = Files.newBufferedReader(file)) {
                Properties properties = new Properties();
                properties.load(reader);
                return properties;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                FileUtils.closePath(file);
            }
        }
    }
}
