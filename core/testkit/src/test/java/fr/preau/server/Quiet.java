package fr.preau.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** Keeps out of the log what a test provokes on purpose. */
public final class Quiet implements BeforeAllCallback, AfterAllCallback {
    private final Logger logger;

    private Quiet(String name) {
        logger = (Logger) LoggerFactory.getLogger(name);
    }

    /** Silences a class, or a package and those in it. */
    public static Quiet about(String name) {
        return new Quiet(name);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        logger.setLevel(Level.OFF);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        logger.setLevel(null);
    }
}
