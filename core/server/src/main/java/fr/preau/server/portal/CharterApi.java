package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.charter.Acceptances;
import fr.preau.server.charter.Acceptances.Outcome;
import fr.preau.server.charter.Article;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterVersion;
import fr.preau.server.charter.Charters;
import fr.preau.server.charter.Child;
import fr.preau.server.charter.Seen;
import fr.preau.server.charter.Standing;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Problem;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The charter for programs. Thread-safe. */
@Singleton
@Path("api/core/charter")
@Produces("application/json")
@Needs(Who.SIGNED_IN)
public final class CharterApi implements CoreResource {
    private final Acceptances acceptances;
    private final Charters charters;

    @Inject
    CharterApi(Acceptances acceptances, Charters charters) {
        this.acceptances = acceptances;
        this.charters = charters;
    }

    /**
     * How the caller stands.
     *
     * @param step what comes before anything else: ACCEPT, READ (a guardian has accepted), GUARDIAN (one has to), or null
     * @param charter what is in force for the caller
     * @param acceptedAt when it was accepted, by the caller or for them
     * @param acceptedBy the guardian who did it for them
     * @param children those for whom the caller accepts
     */
    public record Mine(
            Standing.@Nullable Step step,
            Text charter,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy,
            List<Theirs> children) {}

    /** A charter; {@code publishedAt} is null for the built-in version 1. */
    public record Text(
            Audience audience,
            int version,
            @Nullable Instant publishedAt,
            String title,
            String intro,
            List<Article> articles,
            String note) {}

    /** A child under the age; {@code acceptedAt} is null while a guardian's acceptance is missing. */
    public record Theirs(
            UUID personId,
            String name,
            Text charter,
            @Nullable Instant acceptedAt,
            @Nullable String acceptedBy) {}

    /** Which version is accepted; without it the one in force. */
    public record Version(@Nullable Integer version) {}

    /** What is to be accepted, for the caller and for children under the age. */
    @GET
    public Mine mine(@Context Caller caller) {
        Standing standing = acceptances.standing(caller.personId());
        List<Child> children = acceptances.children(caller);
        Set<Audience> audiences = EnumSet.of(standing.audience());
        children.forEach(child -> audiences.add(child.audience()));
        Map<Audience, CharterVersion> texts = charters.inForce(audiences);
        return new Mine(
                standing.step(),
                text(texts, standing.audience()),
                standing.under() ? standing.consentAt() : standing.ownAt(),
                standing.consentBy(),
                children.stream()
                        .map(child -> new Theirs(
                                child.personId(),
                                child.name(),
                                text(texts, child.audience()),
                                child.consentAt(),
                                child.consentBy()))
                        .toList());
    }

    private static Text text(Map<Audience, CharterVersion> texts, Audience audience) {
        CharterVersion charter = Objects.requireNonNull(texts.get(audience));
        return new Text(
                audience,
                charter.version(),
                charter.publishedAt(),
                charter.text().title(),
                charter.text().intro(),
                charter.text().articles(),
                charter.note());
    }

    /** Accepts for the caller (204). 409 if another version is in force, 403 for a pupil whose guardian has to accept first. */
    @PUT
    public Response accept(@Nullable Version given, @Context Caller caller) {
        return answer(acceptances.accept(caller, seen(given), Map.of()));
    }

    /** Accepts for a child of the caller's (204). 409 if another version is in force, 404 if not theirs or not under the age. */
    @PUT
    @Path("children/{id}")
    public Response acceptFor(@PathParam("id") UUID id, @Nullable Version given, @Context Caller caller) {
        return answer(acceptances.accept(caller, null, Map.of(id, seen(given))));
    }

    private static Seen seen(@Nullable Version given) {
        return given == null ? Seen.IN_FORCE : new Seen(null, given.version());
    }

    private static Response answer(Outcome outcome) {
        return switch (outcome) {
            case DONE -> Response.noContent().build();
            case STALE ->
                problem(409, "La charte a changé", "Une autre version est en vigueur : lisez-la, puis acceptez-la.");
            case GUARDIAN_FIRST ->
                problem(
                        403,
                        "Un adulte d’abord",
                        "Un responsable de l’élève doit d’abord accepter la charte pour lui.");
            case NOT_THEIRS -> throw new NotFoundException();
        };
    }

    private static Response problem(int status, String title, String detail) {
        return Response.status(status)
                .type(Problem.JSON)
                .entity(new Problem(status, title, detail, null))
                .build();
    }
}
