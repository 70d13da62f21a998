package fr.preau.server.plugin;

import com.google.inject.AbstractModule;
import com.google.inject.Binding;
import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.Provider;
import com.google.inject.spi.Dependency;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import com.google.inject.spi.HasDependencies;
import com.google.inject.spi.InjectionPoint;
import com.google.inject.spi.LinkedKeyBinding;
import com.google.inject.spi.UntargettedBinding;
import fr.preau.api.Contributions;
import fr.preau.api.privacy.PersonalData;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * What a jar declares, asked without a database. Runs {@code configure()} and what makes the register of personal data: only
 * for a jar that is one's own.
 *
 * @param contributions what its class declares
 * @param kept what it says it keeps about people
 */
public record DeclaredJar(Contributions contributions, List<PersonalData.Kept> kept) {

    /**
     * Loads it, asks, and unloads it.
     *
     * @throws PluginFailure with all faults for which the host would not start it, those of its tables excepted
     */
    public static DeclaredJar read(Path jar) {
        try (Generation generation = Generation.alone(jar, PluginHost.API_VERSION)) {
            Declared declared = Declared.read(generation);
            Class<? extends PersonalData> personalData =
                    declared.contributions().personalData();
            if (!declared.faults().isEmpty() || personalData == null) {
                throw new PluginFailure(declared.faults(), null);
            }
            try {
                List<PersonalData.Kept> kept = Guice.createInjector(
                                declared.module(), new Missing(declared.module(), generation.loader()))
                        .getInstance(personalData)
                        .register();
                return new DeclaredJar(declared.contributions(), List.copyOf(kept));
            } catch (RuntimeException | LinkageError e) {
                throw new PluginFailure(
                        personalData.getSimpleName() + ".register() : la liste des données doit se lire sans base de "
                                + "données ni service : " + e,
                        e);
            }
        }
    }

    /** Stands for whatever the host would give to the plugin: there, but nothing can be asked of it. */
    private static final class Missing extends AbstractModule {
        private final Module declared;
        private final ClassLoader loader;

        Missing(Module declared, ClassLoader loader) {
            this.declared = declared;
            this.loader = loader;
        }

        @Override
        protected void configure() {
            Set<Key<?>> bound = new HashSet<>();
            Set<Key<?>> needed = new HashSet<>();
            for (Element element : Elements.getElements(declared)) {
                if (element instanceof Binding<?> binding) {
                    bound.add(binding.getKey());
                    needs(binding).map(Missing::plain).forEach(needed::add);
                }
            }
            needed.removeAll(bound);
            needed.forEach(this::bindNothing);
        }

        private static Stream<Key<?>> needs(Binding<?> binding) {
            if (binding instanceof UntargettedBinding<?>) {
                return points(binding.getKey());
            }
            if (binding instanceof LinkedKeyBinding<?> linked) {
                return points(linked.getLinkedKey());
            }
            return binding instanceof HasDependencies some
                    ? some.getDependencies().stream().map(Dependency::getKey)
                    : Stream.of();
        }

        private static Stream<Key<?>> points(Key<?> key) {
            List<InjectionPoint> points =
                    new ArrayList<>(InjectionPoint.forInstanceMethodsAndFields(key.getTypeLiteral()));
            if (!key.getTypeLiteral().getRawType().isInterface()) {
                points.add(InjectionPoint.forConstructorOf(key.getTypeLiteral()));
            }
            return points.stream()
                    .flatMap(point -> point.getDependencies().stream())
                    .map(Dependency::getKey);
        }

        /** Guice itself makes a provider of what is bound. */
        private static Key<?> plain(Key<?> key) {
            Class<?> raw = key.getTypeLiteral().getRawType();
            return (raw == Provider.class || raw == jakarta.inject.Provider.class)
                            && key.getTypeLiteral().getType() instanceof ParameterizedType type
                    ? key.ofType(type.getActualTypeArguments()[0])
                    : key;
        }

        private <T> void bindNothing(Key<T> key) {
            Class<? super T> type = key.getTypeLiteral().getRawType();
            bind(key).toProvider(() -> nothing(type));
        }

        @SuppressWarnings("unchecked")
        private <T> T nothing(Class<? super T> type) {
            if (type == Clock.class) {
                return (T) Clock.systemUTC();
            }
            if (type == Jdbi.class) {
                return (T) Jdbi.create(() -> {
                    throw new SQLException("no database");
                });
            }
            if (type.isInterface()) {
                return (T) Proxy.newProxyInstance(loader, new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw new UnsupportedOperationException(type.getSimpleName() + "." + method.getName());
                });
            }
            throw new UnsupportedOperationException(type.getSimpleName());
        }
    }
}
