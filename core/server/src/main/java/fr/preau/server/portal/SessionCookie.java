package fr.preau.server.portal;

import fr.preau.server.account.Sessions;
import fr.preau.server.http.Exchange;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

/** Puts the session's cookie into an answer, or takes it back. */
final class SessionCookie {
    private static final int TWO_WEEKS = 14 * 24 * 3600;

    private SessionCookie() {}

    static Response.ResponseBuilder set(Response.ResponseBuilder answer, String token, Exchange exchange) {
        return answer.cookie(cookie(token, TWO_WEEKS, exchange));
    }

    static Response.ResponseBuilder clear(Response.ResponseBuilder answer, Exchange exchange) {
        return answer.cookie(cookie("", 0, exchange));
    }

    private static NewCookie cookie(String value, int seconds, Exchange exchange) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(value)
                .path("/")
                .maxAge(seconds)
                .httpOnly(true)
                .secure(exchange.request().isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
