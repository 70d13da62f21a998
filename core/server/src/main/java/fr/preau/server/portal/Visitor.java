package fr.preau.server.portal;

import fr.preau.server.account.SignedIn;
import fr.preau.server.http.Exchange;
import jakarta.ws.rs.NotAuthorizedException;

/** Who makes a request, as sign-in needs to know. */
final class Visitor {
    private Visitor() {}

    /**
     * The person who is signed in.
     *
     * @throws NotAuthorizedException if nobody is
     */
    static SignedIn signedIn(Exchange exchange) {
        SignedIn person = exchange.signedIn();
        if (person == null) {
            throw new NotAuthorizedException("session");
        }
        return person;
    }

    /** Where the request comes from; behind a proxy, what the proxy says. */
    static String address(Exchange exchange) {
        return exchange.request().getRemoteAddr();
    }

    /** What the browser calls itself, empty if it does not say. */
    static String userAgent(Exchange exchange) {
        String agent = exchange.request().getHeader("User-Agent");
        return agent == null ? "" : agent;
    }
}
