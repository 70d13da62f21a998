package fr.preau.server.plugin;

import java.util.List;

/**
 * What a plugin sees of the host: these packages, and nothing else. Parent of every plugin's loader. The host always wins
 * for them, so types that cross the boundary exist once; everything else a plugin needs is in its own jar.
 */
final class HostClasses extends ClassLoader {
    static final List<String> EXPORTED = List.of(
            "fr.preau.api.",
            "jakarta.inject.",
            "jakarta.ws.rs.",
            "com.google.inject.",
            "org.jdbi.v3.",
            "org.slf4j.",
            "com.fasterxml.jackson.annotation.",
            "org.jspecify.annotations.",
            "gg.jte.");

    private final ClassLoader host;

    HostClasses(ClassLoader host) {
        super("host classes", ClassLoader.getPlatformClassLoader());
        this.host = host;
    }

    static boolean exports(String className) {
        return EXPORTED.stream().anyMatch(className::startsWith);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return exports(name) ? host.loadClass(name) : super.loadClass(name, resolve);
    }
}
