package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.audit.Audit;
import fr.preau.server.audit.AuditChain;
import fr.preau.server.audit.Journal;
import fr.preau.server.audit.JournalFormats;
import fr.preau.server.audit.Line;
import fr.preau.server.audit.Sentences;
import fr.preau.server.db.Database;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Journal.Row;
import fr.preau.server.portal.view.Journal.Verdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal: read, searched, verified, taken away as a file; how long it is kept. Thread-safe. */
@Singleton
@Path("console/journal")
@Needs(Who.ADMINISTRATORS)
public final class JournalPages implements CoreResource {
    private static final int A_PAGE = 50;
    private static final int A_FILE = 100_000;

    private final Journal journal;
    private final AuditChain chain;
    private final Audit audit;
    private final Sentences sentences;
    private final JournalFormats formats;
    private final Layout layout;

    @Inject
    JournalPages(
            Journal journal,
            AuditChain chain,
            Audit audit,
            Sentences sentences,
            JournalFormats formats,
            Layout layout) {
        this.formats = formats;
        this.journal = journal;
        this.chain = chain;
        this.audit = audit;
        this.sentences = sentences;
        this.layout = layout;
    }

    /** What was typed into the filter. */
    private record Typed(String query, String from, String until) {
        boolean wrong() {
            return isWrong(from) || isWrong(until);
        }

        private static boolean isWrong(String text) {
            return !text.isEmpty() && date(text) == null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return text.matches("\\d{4}-\\d\\d-\\d\\d") ? LocalDate.parse(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** PostgreSQL takes no zero character. */
    private static Typed typed(String query, String from, String until) {
        return new Typed(query.replace("\0", "").strip(), from.strip(), until.strip());
    }

    private Journal.Filter filter(Typed typed) {
        return new Journal.Filter(
                typed.query(), sentences.actionsWith(typed.query()), date(typed.from()), date(typed.until()));
    }

    /** The lines, newest first. */
    @GET
    public Page list(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("du") @DefaultValue("") String from,
            @QueryParam("au") @DefaultValue("") String until,
            @QueryParam("avant") @DefaultValue("") String before,
            @Context Caller caller) {
        long seq = before.matches("[1-9]\\d{0,17}") ? Long.parseLong(before) : Journal.END;
        return page(caller, typed(query, from, until), seq, null, null);
    }

    private Page page(Caller caller, Typed typed, long seq, @Nullable Verdict verdict, @Nullable String years) {
        List<Line> lines =
                typed.wrong() ? List.of() : journal.before(caller.tenantId(), filter(typed), seq, A_PAGE + 1);
        boolean more = lines.size() > A_PAGE;
        List<Line> shown = more ? lines.subList(0, A_PAGE) : lines;
        fr.preau.server.portal.view.Journal view = new fr.preau.server.portal.view.Journal(
                typed.query(),
                typed.from(),
                typed.until(),
                typed.wrong(),
                shown.stream()
                        .map(line -> new Row(
                                line.seq(), line.at().atZone(Database.ZONE), sentences.of(line), line.details()))
                        .toList(),
                seq == Journal.END,
                more ? shown.get(shown.size() - 1).seq() : null,
                verdict,
                years == null ? Integer.toString(journal.years(caller.tenantId())) : years,
                years != null);
        return Page.of(layout.coreUi().t("journal.title"), "console/journal.jte")
                .with("view", view)
                .status(typed.wrong() || years != null ? 422 : 200);
    }

    /** Verifies that no line was changed or taken out. */
    @POST
    @Path("verifier")
    public Page verify(@Context Caller caller) {
        AuditChain.Verdict verdict = chain.verify(caller.tenantId());
        return page(
                caller,
                new Typed("", "", ""),
                Journal.END,
                new Verdict(
                        verdict.lines(),
                        verdict.intact() ? null : verdict.firstBroken().getAsLong()),
                null);
    }

    /** Says how many years lines are kept. */
    @POST
    @Path("conservation")
    public Object keep(@FormParam("annees") @DefaultValue("") String years, @Context Caller caller) {
        if (!years.strip().matches("[1-9]|10")) {
            return page(caller, new Typed("", "", ""), Journal.END, null, years.strip());
        }
        journal.keep(caller, Integer.parseInt(years.strip()));
        return Redirect.to("/console/journal", layout.coreUi().t("journal.keep.done"));
    }

    /** The lines for a spreadsheet: semicolons and UTF-8, as French ones read it; 100,000 at most, newest first. */
    @GET
    @Path("journal.csv")
    @Produces("text/csv;charset=utf-8")
    public Response csv(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("du") @DefaultValue("") String from,
            @QueryParam("au") @DefaultValue("") String until,
            @Context Caller caller) {
        return file(caller, typed(query, from, until), "journal.csv", formats::csv);
    }

    /** The same as JSON, with the hashes: whoever keeps it can verify later that nothing was changed since. */
    @GET
    @Path("journal.json")
    @Produces("application/json")
    public Response json(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("du") @DefaultValue("") String from,
            @QueryParam("au") @DefaultValue("") String until,
            @Context Caller caller) {
        return file(caller, typed(query, from, until), "journal.json", formats::json);
    }

    private interface Format {
        JournalFormats.Sink to(OutputStream out) throws IOException;
    }

    private Response file(Caller caller, Typed typed, String name, Format format) {
        if (typed.wrong()) {
            return Response.seeOther(java.net.URI.create("/console/journal")).build();
        }
        audit.record(caller, "audit.download", "", name);
        StreamingOutput content = out -> {
            try (JournalFormats.Sink sink = format.to(out)) {
                journal.each(caller.tenantId(), filter(typed), A_FILE, sink::line);
            }
        };
        return Response.ok(content)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}
