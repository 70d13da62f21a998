package fr.preau.examples.bench;

import fr.preau.api.web.Page;
import gg.jte.output.Utf8ByteOutput;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Answers with the page that a resource returned. Thread-safe. */
@Produces("text/html;charset=utf-8")
final class PageWriter implements MessageBodyWriter<Page> {
    private final Frame frame;

    PageWriter(Frame frame) {
        this.frame = frame;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Page.class;
    }

    @Override
    public void writeTo(
            Page page,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        Utf8ByteOutput html = frame.draw(page);
        headers.putSingle("Content-Length", html.getContentLength());
        html.writeTo(out);
    }
}
