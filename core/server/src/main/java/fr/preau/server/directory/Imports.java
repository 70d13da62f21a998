package fr.preau.server.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.api.directory.DirectoryReading;
import fr.preau.api.directory.DirectorySource;
import fr.preau.api.web.Upload;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.plugin.PluginHost;
import fr.preau.server.plugin.RunningPlugin;
import fr.preau.server.plugin.Visit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Directory imports from first to last: a plugin reads the files, {@link DirectoryImport} compares, a draft keeps the files
 * until somebody has looked at the difference. Used by the console and by the command line. Thread-safe.
 */
@Singleton
public final class Imports {
    private static final ObjectMapper json = new ObjectMapper();

    private final Database database;
    private final ImportDao dao;
    private final PluginHost plugins;
    private final Audit audit;
    private final Clock clock;
    private final DirectoryImport engine = new DirectoryImport();

    @Inject
    Imports(Database database, PluginHost plugins, Audit audit, Clock clock) {
        this.audit = audit;
        this.database = database;
        this.dao = database.core().dao(ImportDao.class);
        this.plugins = plugins;
        this.clock = clock;
    }

    /**
     * What to import.
     *
     * @param source id of the reader: {@code onde}
     * @param uai the school
     * @param files the files
     * @param endingAbsent whether those who are not in the files leave
     * @param restoringTies whether family ties that were ended come back
     */
    public record Order(String source, String uai, List<Upload> files, boolean endingAbsent, boolean restoringTies) {}

    /** A reader as people see it. */
    public record Source(String id, String label, String help) {}

    /** An import that was made. */
    public record Past(
            java.time.Instant at, String school, String source, String person, int created, int updated, int ended) {}

    /** The readers that running plugins offer. */
    public List<Source> sources() {
        List<Source> sources = new ArrayList<>();
        for (RunningPlugin plugin : plugins.running()) {
            try (Visit visit = plugins.visit(plugin.id())) {
                for (DirectorySource source : sources(visit)) {
                    sources.add(new Source(source.id(), source.label(), source.help()));
                }
            }
        }
        return sources;
    }

    private static List<DirectorySource> sources(@Nullable Visit visit) {
        return visit == null ? List.of() : visit.plugin().directorySources();
    }

    /** The label of a reader, its id if it runs no more. */
    public String label(String sourceId) {
        return sources().stream()
                .filter(source -> source.id().equals(sourceId))
                .map(Source::label)
                .findFirst()
                .orElse(sourceId);
    }

    /** What an order would change; nothing is kept. */
    public DirectoryPlan plan(int tenantId, Order order) {
        ImportRequest request = request(tenantId, order);
        return Scope.in(
                tenantId, Mode.READ, () -> database.core().jdbi().withHandle(handle -> engine.plan(handle, request)));
    }

    /** Does it, in one transaction. */
    public DirectoryPlan apply(int tenantId, Order order, UnaryOperator<ImportRequest> conditions) {
        ImportRequest request = conditions.apply(request(tenantId, order));
        return Scope.in(tenantId, Mode.WRITE, () -> {
            DirectoryPlan done = database.core().jdbi().withHandle(handle -> engine.apply(handle, request));
            UUID by = request.by();
            audit.record(
                    tenantId,
                    by,
                    by == null ? Audit.OPERATOR : dao.nameOf(by),
                    "import.apply",
                    done.schoolName(),
                    order.source() + " : " + done.total(Change.Kind.CREATED) + " créés, "
                            + done.total(Change.Kind.UPDATED) + " modifiés, " + done.total(Change.Kind.ENDED)
                            + " terminés");
            return done;
        });
    }

    private ImportRequest request(int tenantId, Order order) {
        ImportRequest request =
                ImportRequest.of(order.source(), order.uai(), read(tenantId, order), LocalDate.now(clock));
        request = order.endingAbsent() ? request.endingAbsent() : request;
        return order.restoringTies() ? request.restoringTies() : request;
    }

    private DirectoryReading read(int tenantId, Order order) {
        for (RunningPlugin plugin : plugins.running()) {
            try (Visit visit = plugins.visit(plugin.id())) {
                for (DirectorySource source : sources(visit)) {
                    if (source.id().equals(order.source())) {
                        refuseUnlessOpen(tenantId, plugin.id(), order.uai());
                        return source.read(order.files());
                    }
                }
            }
        }
        throw new fr.preau.api.web.BadInput(
                "source",
                "Le lecteur « " + order.source() + " » ne fonctionne pas. Démarrez son service, puis recommencez.");
    }

    /** Nobody's data comes in before those in authority have signed for it. */
    private void refuseUnlessOpen(int tenantId, String pluginId, String uai) {
        Scope.in(tenantId, Mode.READ, () -> dao.closedIn(pluginId, uai)).ifPresent(school -> {
            throw new fr.preau.api.web.BadInput(
                    "ecole",
                    "Ce service n’est pas ouvert pour " + school
                            + " : la convention ne le permet pas encore, ou il est suspendu. Rien n’a été importé.");
        });
    }

    /** Keeps an order and the fingerprint of its plan until it is confirmed; drafts older than a day go. */
    public UUID keep(int tenantId, UUID personId, Order order, String fingerprint) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            dao.sweepDrafts();
            return dao.addDraft(
                    personId,
                    order.source(),
                    order.uai(),
                    write(order.files()),
                    order.endingAbsent(),
                    order.restoringTies(),
                    fingerprint);
        });
    }

    /**
     * Confirms a draft of this person: applies what was shown.
     *
     * @return empty if there is no such draft (any more)
     * @throws fr.preau.api.web.BadInput if the directory changed in between: look again
     */
    public Optional<DirectoryPlan> confirm(int tenantId, UUID personId, UUID draftId) {
        ImportDao.Draft draft = Scope.in(tenantId, Mode.READ, () -> dao.draft(draftId, personId))
                .orElse(null);
        if (draft == null) {
            return Optional.empty();
        }
        Order order = new Order(
                draft.source(), draft.uai(), readFiles(draft.files()), draft.endingAbsent(), draft.restoringTies());
        DirectoryPlan done =
                apply(tenantId, order, request -> request.by(personId).expecting(draft.fingerprint()));
        Scope.run(tenantId, Mode.WRITE, () -> dao.dropDraft(draftId));
        return Optional.of(done);
    }

    /** The last imports of the tenant, newest first; those of one school if {@code uai} is given. */
    public List<Past> past(int tenantId, @Nullable String uai) {
        return Scope.in(tenantId, Mode.READ, () -> dao.past(uai));
    }

    private static String write(List<Upload> files) {
        try {
            return json.writeValueAsString(files);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names and bytes can be written as JSON", e);
        }
    }

    private static List<Upload> readFiles(String text) {
        try {
            return List.of(json.readValue(text, Upload[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft holds what was written", e);
        }
    }
}
