package fr.preau.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;

/**
 * Tells a request that another site made a browser send (CSRF). Browsers say themselves where a request comes from:
 * {@code Sec-Fetch-Site}, and {@code Origin} before that. A client that sends neither is no browser, holds no cookie that a
 * foreign page could ride on, and passes. Decision record 0003 weighs this against tokens in every form.
 */
final class Forgery {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Forgery() {}

    static boolean suspected(HttpServletRequest request) {
        if (SAFE.contains(request.getMethod())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !sameHost(origin, request);
    }

    private static boolean sameHost(String origin, HttpServletRequest request) {
        try {
            URI uri = URI.create(origin);
            int port = uri.getPort() < 0 ? ("https".equals(uri.getScheme()) ? 443 : 80) : uri.getPort();
            return request.getServerName().equalsIgnoreCase(uri.getHost())
                    && port == request.getServerPort()
                    && request.getScheme().equals(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
