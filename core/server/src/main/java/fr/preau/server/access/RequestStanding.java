package fr.preau.server.access;

import fr.preau.api.Caller;
import fr.preau.server.http.Exchange;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;

/** The standing of the present request's caller, read at most once in the request. Thread-safe. */
@Singleton
public final class RequestStanding {
    private static final String ATTRIBUTE = RequestStanding.class.getName();

    private final Standings standings;

    @Inject
    RequestStanding(Standings standings) {
        this.standings = standings;
    }

    /** The caller's standing; read anew for anybody else, and where no request is served. */
    public Standing of(Caller caller) {
        Exchange exchange = Exchange.currentOrNull();
        Caller present = exchange == null ? null : exchange.callerOrNull();
        if (exchange == null || present == null || !present.personId().equals(caller.personId())) {
            return standings.of(caller);
        }
        HttpServletRequest request = exchange.request();
        if (request.getAttribute(ATTRIBUTE) instanceof Standing known) {
            return known;
        }
        Standing standing = standings.of(caller);
        request.setAttribute(ATTRIBUTE, standing);
        return standing;
    }
}
