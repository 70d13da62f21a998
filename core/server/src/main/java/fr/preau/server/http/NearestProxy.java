package fr.preau.server.http;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Believes what the proxy in front says of the client: {@code X-Forwarded-For}, {@code -Proto}, {@code -Host}, {@code -Port}.
 * A proxy appends to what the client sent, so only the last value is the proxy's own word. {@code Forwarded} is not believed
 * at all: a proxy that does not know it passes the client's on. Thread-safe.
 */
final class NearestProxy implements HttpConfiguration.Customizer {
    private static final List<String> NAMES =
            List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");

    private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

    NearestProxy() {
        forwarded.setForwardedHeader(null);
        forwarded.setForwardedServerHeader(null);
        forwarded.setForwardedHttpsHeader(null);
        forwarded.setForwardedCipherSuiteHeader(null);
        forwarded.setForwardedSslSessionIdHeader(null);
    }

    @Override
    public Request customize(Request request, HttpFields.Mutable answerHeaders) {
        HttpFields headers = nearest(request.getHeaders());
        Request nearest = new Request.Wrapper(request) {
            @Override
            public HttpFields getHeaders() {
                return headers;
            }
        };
        return forwarded.customize(nearest, answerHeaders);
    }

    private static HttpFields nearest(HttpFields sent) {
        HttpFields.Mutable headers = HttpFields.build(sent);
        for (String name : NAMES) {
            List<HttpField> all = sent.getFields(name);
            if (!all.isEmpty()) {
                String value = String.valueOf(all.get(all.size() - 1).getValue());
                headers.put(name, value.substring(value.lastIndexOf(',') + 1).strip());
            }
        }
        return headers;
    }
}
