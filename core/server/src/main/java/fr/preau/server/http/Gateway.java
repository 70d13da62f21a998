package fr.preau.server.http;

import fr.preau.server.account.Sessions;
import fr.preau.server.account.SignedIn;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes first: security headers, the check for forged requests, the session, and the steps that a
 * person must take before anything else (a new password, the charter). Thread-safe.
 */
public final class Gateway implements Filter {
    static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** A longer body is not worth reading: the connection is closed. In bytes. */
    private static final long LARGEST_REST = 64 * 1024;

    private final Sessions sessions;

    /** With the sessions to look up cookies in. */
    public Gateway(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void doFilter(ServletRequest servletRequest, ServletResponse servletResponse, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest request = (HttpServletRequest) servletRequest;
        HttpServletResponse response = (HttpServletResponse) servletResponse;
        securityHeaders(request, response);
        String path = request.getRequestURI();
        if (path.startsWith("/assets/") || path.startsWith("/health/")) {
            Exchange.bind(new Exchange(request, response, null));
        } else {
            Exchange.bind(new Exchange(request, response, sessions.find(request)));
        }
        try {
            if (Forgery.suspected(request)) {
                Problem.forbidden(
                                "Cette demande vient d’une autre page que l’ENT : elle a été refusée. Rien n’a changé.")
                        .write(response);
                return;
            }
            String step = requiredStep(Exchange.current().signedIn(), path);
            if (step == null) {
                chain.doFilter(request, response);
            } else if (Exchange.current().wantsJson()) {
                Problem.forbidden("Ouvrez d’abord " + step + " dans un navigateur.")
                        .write(response);
            } else {
                response.setStatus(303);
                response.setHeader("Location", step + "?suite=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
            }
        } finally {
            Exchange.unbind();
            readRest(request);
        }
    }

    /**
     * A refusal comes before the body was read. Jetty would then close the connection, and whoever has already sent the
     * next request on it (a proxy, a program) gets no answer.
     */
    private static void readRest(HttpServletRequest request) throws IOException {
        long length = request.getContentLengthLong();
        if (length > 0 && length <= LARGEST_REST && !request.isAsyncStarted()) {
            request.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }

    private static @Nullable String requiredStep(@Nullable SignedIn signedIn, String path) {
        if (signedIn == null
                || path.startsWith("/assets/")
                || path.equals("/deconnexion")
                || path.startsWith("/api/core/")) {
            return null;
        }
        if (signedIn.mustChangePassword()) {
            return path.equals("/mot-de-passe") ? null : "/mot-de-passe";
        }
        if (!signedIn.charterAccepted()) {
            return path.equals("/charte") ? null : "/charte";
        }
        return null;
    }

    private static void securityHeaders(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!request.getRequestURI().startsWith("/assets/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }
}
