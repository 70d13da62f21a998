package fr.preau.server.http;

import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever a resource threw into an answer: a page for people, problem+json for programs; never a stack trace.
 * Thread-safe.
 */
final class Errors implements ExceptionMapper<Throwable> {
    private static final Logger log = LoggerFactory.getLogger(Errors.class);
    private static final Map<Integer, String> TITLES = Map.ofEntries(
            Map.entry(400, "Demande incomprise"),
            Map.entry(401, "Connexion nécessaire"),
            Map.entry(403, "Pas le droit"),
            Map.entry(404, "Page introuvable"),
            Map.entry(405, "Demande incomprise"),
            Map.entry(409, "A changé entre-temps"),
            Map.entry(413, "Trop gros"),
            Map.entry(415, "Format non accepté"),
            Map.entry(422, "Saisie à corriger"),
            Map.entry(429, "Trop d’essais"),
            Map.entry(503, "Indisponible"));
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "L’ENT n’a pas compris cette demande. Revenez en arrière et recommencez.",
            401, "Votre session est finie, ou vous n’en avez pas : connectez-vous.",
            403, "Vous n’avez pas le droit de faire cela. La direction de l’école ou la mairie peut vous le donner.",
            404, "Cette page n’existe pas, ou plus, ou n’est pas pour vous.",
            409,
                    "Quelqu’un a changé cela pendant que vous l’aviez sous les yeux. Regardez à nouveau, puis recommencez.",
            413, "Ce que vous envoyez dépasse la taille permise.",
            503, "Ce service ne répond pas pour le moment. Réessayez dans un instant.");
    private static final Map<String, String> ENDS = Map.of(
            "TOO_LONG",
            "Ce service a mis trop de temps à répondre, et a été arrêté. Rien n’a été enregistré.",
            "PLUGIN_LEAVES",
            "Ce service vient d’être mis à jour, et cette demande durait encore : elle a été arrêtée, rien n’a été "
                    + "enregistré. Recommencez.");
    private static final String NOT_RECORDED =
            "Ce que vous demandiez n’est pas montré : le journal, où toute consultation s’inscrit, n’a pas pu être écrit. "
                    + "Si vous enregistriez quelque chose, regardez si c’est fait avant de recommencer.";

    @Override
    public Response toResponse(Throwable error) {
        Exchange exchange = Exchange.current();
        if (error instanceof NotAuthorizedException && !exchange.wantsJson() && exchange.isSafe()) {
            String back = exchange.request().getRequestURI();
            return Response.seeOther(URI.create("/connexion?suite=" + URLEncoder.encode(back, StandardCharsets.UTF_8)))
                    .build();
        }
        if (error instanceof WebApplicationException known
                && known.getResponse().getStatus() < 400) {
            return known.getResponse();
        }
        String end = ENDS.get(exchange.end());
        Problem problem = end == null ? problem(error) : new Problem(503, title(503), end, null);
        if (problem.status() >= 500 && problem.status() != 503) {
            log.error(
                    "{} {} failed",
                    exchange.request().getMethod(),
                    exchange.request().getRequestURI(),
                    error);
        }
        if (exchange.wantsJson()) {
            return Response.status(problem.status())
                    .type(Problem.JSON)
                    .entity(problem)
                    .build();
        }
        Page page = Page.of(problem.title(), Layout.ERROR_TEMPLATE)
                .with("status", problem.status())
                .with(
                        "detail",
                        end != null || error instanceof BadInput || error instanceof NotRecorded
                                ? problem.detail()
                                : null)
                .with("reasons", problem.reasons())
                .status(problem.status());
        return Response.status(problem.status())
                .entity(page)
                .type("text/html;charset=utf-8")
                .build();
    }

    private static Problem problem(Throwable error) {
        if (error instanceof BadInput bad) {
            return new Problem(422, title(422), bad.userMessage(), bad.field().isEmpty() ? null : bad.field());
        }
        if (error instanceof Refused refused) {
            return new Problem(403, title(403), DETAILS.get(403), null, refused.reasons());
        }
        if (error instanceof WebApplicationException known) {
            int status = known.getResponse().getStatus();
            return new Problem(status, title(status), DETAILS.get(status), null);
        }
        if (error instanceof com.fasterxml.jackson.core.JsonProcessingException) {
            return new Problem(400, title(400), "Le JSON envoyé n’est pas lisible ou n’a pas la forme attendue.", null);
        }
        if (isBadId(error)) {
            return new Problem(404, title(404), DETAILS.get(404), null);
        }
        if (error instanceof NotRecorded) {
            return new Problem(500, title(500), NOT_RECORDED, null);
        }
        if (isPoolEmpty(error)) {
            return new Problem(503, title(503), DETAILS.get(503), null);
        }
        return new Problem(
                500, "Panne", "Quelque chose a échoué de notre côté. Rien n’a été enregistré. Réessayez.", null);
    }

    /** An id that is none, typed in an address: not found, no fault of ours. */
    private static boolean isBadId(Throwable error) {
        return error.getClass().getName().startsWith("org.glassfish.jersey.server.ParamException$PathParam");
    }

    private static boolean isPoolEmpty(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof java.sql.SQLTransientConnectionException) {
                return true;
            }
        }
        return false;
    }

    private static String title(int status) {
        return TITLES.getOrDefault(status, status >= 500 ? "Panne" : "Demande refusée");
    }
}
