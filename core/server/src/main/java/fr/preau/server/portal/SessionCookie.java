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
        return answer.cookie(new NewCookie.Builder(Sessions.COOKIE)
                .value(token)
                .path("/")
                .maxAge(TWO_WEEKS)
                .httpOnly(true)
                .secure(exchange.request().isSecure())
                .sameSite(NewCookie.SameSite.LAX)
                .build());
    }

    static Response.ResponseBuilder clear(Response.ResponseBuilder answer) {
        return answer.cookie(new NewCookie.Builder(Sessions.COOKIE)
                .value("")
                .path("/")
                .maxAge(0)
                .httpOnly(true)
                .build());
    }
}
