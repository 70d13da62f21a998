package fr.preau.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a request that another site made a browser send (CSRF). Browsers say themselves where a request comes from:
 * {@code Sec-Fetch-Site}, and {@code Origin} before that. A client that sends neither is no browser, holds no cookie that a
 * foreign page could ride on, and passes. Decision record 0003 weighs this against tokens in every form.
 */
final class Forgery {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private Forgery() {}

    static boolean suspected(HttpServletRequest request) {
        return suspected(
                request.getMethod(),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                new Place(request.getScheme(), request.getServerName(), request.getServerPort()));
    }

    static boolean suspected(String method, @Nullable String site, @Nullable String origin, Place own) {
        if (SAFE.contains(method)) {
            return false;
        }
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        return origin != null && !own.is(origin);
    }

    /** Where this ENT is, as the browser sees it. */
    record Place(String scheme, String host, int port) {
        boolean is(String origin) {
            try {
                URI uri = URI.create(origin);
                int given = uri.getPort() < 0 ? ("https".equals(uri.getScheme()) ? 443 : 80) : uri.getPort();
                return host.equalsIgnoreCase(uri.getHost()) && port == given && scheme.equals(uri.getScheme());
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
