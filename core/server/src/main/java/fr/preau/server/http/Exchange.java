package fr.preau.server.http;

import fr.preau.api.Caller;
import fr.preau.server.account.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The request that the present thread serves: who makes it, and its servlet objects. Bound by {@link Gateway} for the time
 * of the request.
 *
 * @param request the servlet request
 * @param response the servlet response
 * @param signedIn the session's person, null if nobody is signed in
 */
public record Exchange(
        HttpServletRequest request,
        HttpServletResponse response,
        @Nullable SignedIn signedIn) {
    private static final ThreadLocal<@Nullable Exchange> current = new ThreadLocal<>();

    /**
     * The present request.
     *
     * @throws IllegalStateException on a thread that serves none
     */
    public static Exchange current() {
        Exchange exchange = current.get();
        if (exchange == null) {
            throw new IllegalStateException("no request on this thread");
        }
        return exchange;
    }

    /** The present request, null on a thread that serves none. */
    public static @Nullable Exchange currentOrNull() {
        return current.get();
    }

    /** The request attribute that says why the request was asked to end. */
    private static final String END = "preau.end";

    /** Says how to learn why the request was asked to end: the name of a reason, {@code NONE} if nobody asked. */
    public void endedBy(Supplier<? extends Enum<?>> reason) {
        request.setAttribute(END, reason);
    }

    /** Why the request was asked to end, {@code NONE} if nobody asked. */
    String end() {
        return request.getAttribute(END) instanceof Supplier<?> reason ? String.valueOf(reason.get()) : "NONE";
    }

    static void bind(Exchange exchange) {
        current.set(exchange);
    }

    static void unbind() {
        current.remove();
    }

    /** The caller, null if nobody is signed in. */
    public @Nullable Caller callerOrNull() {
        SignedIn person = signedIn;
        return person == null ? null : person.caller();
    }

    /**
     * The caller.
     *
     * @throws jakarta.ws.rs.NotAuthorizedException if nobody is signed in
     */
    public Caller caller() {
        Caller caller = callerOrNull();
        if (caller == null) {
            throw new jakarta.ws.rs.NotAuthorizedException("session");
        }
        return caller;
    }

    /** The tenant of the request; 0 if nobody is signed in. */
    public int tenantId() {
        Caller caller = callerOrNull();
        return caller == null ? 0 : caller.tenantId();
    }

    /** Whether it asks for JSON: its path has an {@code /api/} part, or is for machines. */
    public boolean wantsJson() {
        String path = request.getRequestURI();
        return path.startsWith("/api/")
                || path.startsWith("/health/")
                || path.equals("/openapi.json")
                || (path.startsWith("/apps/") && path.indexOf("/api/", 6) > 0);
    }

    /** Whether it can only read: GET or HEAD. */
    public boolean isSafe() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** The value of a cookie, null if the browser sent none of that name. */
    public @Nullable String cookie(String name) {
        if (request.getCookies() != null) {
            for (var cookie : request.getCookies()) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
