package fr.preau.server.http;

import fr.preau.api.web.Page;
import gg.jte.output.Utf8ByteOutput;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.function.Predicate;

/**
 * Renders the {@link Page} that a resource returned: as a whole, before the first byte leaves, so that a template that
 * fails becomes an error page. Thread-safe.
 */
@Priority(100)
final class PageResponses implements ContainerResponseFilter, MessageBodyWriter<Utf8ByteOutput> {
    private static final String HTML = "text/html;charset=utf-8";

    private final Layout layout;
    private final View view;
    private final Predicate<String> rights;

    PageResponses(Layout layout, View view, Predicate<String> rights) {
        this.layout = layout;
        this.view = view;
        this.rights = rights;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page page) {
            if (response.getStatus() == 200) {
                response.setStatus(page.status());
            }
            response.setEntity(layout.render(page, view, rights), new Annotation[0], MediaType.valueOf(HTML));
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Utf8ByteOutput.class;
    }

    @Override
    public void writeTo(
            Utf8ByteOutput html,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Length", html.getContentLength());
        Layout.send(html, out);
    }
}
