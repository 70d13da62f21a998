package fr.preau.server.plugin;

import fr.preau.api.Caller;
import fr.preau.server.http.Refused;
import fr.preau.server.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Who decides, from inside an ENT, what the whole server runs: its administrators if it is the only one there. Where several
 * share a server, only who operates it does, from the command line: one commune must not take a service from another, nor bring
 * code into its process. Thread-safe.
 */
@Singleton
public final class Operators {
    private final Tenants tenants;

    @Inject
    Operators(Tenants tenants) {
        this.tenants = tenants;
    }

    /** Whether the caller does. */
    public boolean includes(Caller caller) {
        return caller.administrator() && tenants.list().size() == 1;
    }

    /**
     * Insists on it.
     *
     * @throws Refused with the reason, if not
     */
    public void require(Caller caller) {
        if (!includes(caller)) {
            throw new Refused(List.of(
                    "Plusieurs espaces partagent ce serveur : c’est son exploitant qui y installe et en retire les "
                            + "services, avec la commande « preau plugin »."));
        }
    }
}
