package fr.preau.server.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import fr.preau.server.db.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The journal as files: CSV for French spreadsheets, JSON with the hashes for whoever verifies later. Thread-safe. */
@Singleton
public final class JournalFormats {
    /** So that spreadsheets take it for UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Sentences sentences;

    @Inject
    JournalFormats(Sentences sentences) {
        this.sentences = sentences;
    }

    /** What takes lines, one after another; closed after the last one. */
    public interface Sink extends AutoCloseable {
        /** Writes one. */
        void line(Line line) throws IOException;

        @Override
        void close() throws IOException;
    }

    /** Semicolons, quotes, UTF-8. The stream is flushed at the end and stays open. */
    public Sink csv(OutputStream out) throws IOException {
        write(out, BYTE_ORDER_MARK + sentences.csvHead() + "\r\n");
        return new Sink() {
            @Override
            public void line(Line line) throws IOException {
                write(out, csvRow(line));
            }

            @Override
            public void close() throws IOException {
                out.flush();
            }
        };
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String csvRow(Line line) {
        return Stream.of(
                        line.seq(),
                        line.at().atZone(Database.ZONE).toOffsetDateTime(),
                        line.actorName(),
                        line.action(),
                        sentences.of(line),
                        line.subject(),
                        line.details())
                .map(JournalFormats::cell)
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    /** In quotes; an apostrophe keeps a spreadsheet from taking a name for a formula. */
    private static String cell(Object value) {
        String text = value.toString().replace("\"", "\"\"");
        return value instanceof Number ? text : "\"" + (text.matches("(?s)[=+\\-@\t\r].*") ? "'" : "") + text + "\"";
    }

    /** One array of objects. The stream is flushed at the end and stays open. */
    public Sink json(OutputStream out) throws IOException {
        JsonGenerator json = generator(out);
        json.writeStartArray();
        return new Sink() {
            @Override
            public void line(Line line) throws IOException {
                write(json, line);
            }

            @Override
            public void close() throws IOException {
                json.writeEndArray();
                json.close();
            }
        };
    }

    /** An object a line. The stream is flushed at the end and stays open. */
    public Sink jsonLines(OutputStream out) throws IOException {
        JsonGenerator json = generator(out).setPrettyPrinter(new MinimalPrettyPrinter(""));
        return new Sink() {
            @Override
            public void line(Line line) throws IOException {
                write(json, line);
                json.writeRaw('\n');
            }

            @Override
            public void close() throws IOException {
                json.close();
            }
        };
    }

    private static JsonGenerator generator(OutputStream out) throws IOException {
        return new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    private void write(JsonGenerator json, Line line) throws IOException {
        json.writeStartObject();
        json.writeNumberField("seq", line.seq());
        json.writeStringField("at", line.at().toString());
        json.writeStringField(
                "actorId", line.actorId() == null ? null : line.actorId().toString());
        json.writeStringField("actorName", line.actorName());
        json.writeStringField("action", line.action());
        json.writeStringField("sentence", sentences.of(line));
        json.writeStringField("subject", line.subject());
        json.writeStringField("details", line.details());
        json.writeStringField("previous", HexFormat.of().formatHex(line.previous()));
        json.writeStringField("hash", HexFormat.of().formatHex(line.hash()));
        json.writeEndObject();
    }
}
