package fr.preau.server.convention;

import java.util.List;

/** The services of the plugins that run on this server. Thread-safe. */
public interface KnownServices {
    /** All of them, by title. */
    List<Known> known(int tenantId);
}
