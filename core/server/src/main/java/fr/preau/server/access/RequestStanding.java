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

    /** The caller's standing. */
    public Standing of(Caller caller) {
        Exchange exchange = Exchange.current();
        Caller present = exchange.callerOrNull();
        if (present == null || !present.personId().equals(caller.personId())) {
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
