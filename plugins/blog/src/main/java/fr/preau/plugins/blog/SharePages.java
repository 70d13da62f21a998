package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;

/** Sharing a post: with whom, at which level, until when. */
@Path("posts/{id}/shares")
@Requires(BlogPlugin.SHARE)
public final class SharePages {
    private final Shares shares;

    @Inject
    SharePages(Shares shares) {
        this.shares = shares;
    }

    /**
     * Those with whom it is shared, and a form.
     *
     * @param name a part of somebody's name: who is found can be chosen
     */
    @GET
    public Page shares(
            @Context Caller caller, @PathParam("id") UUID id, @QueryParam("name") @DefaultValue("") String name) {
        return Page.of("Partager le billet", "shares.jte")
                .with("id", id.toString())
                .with("name", name.strip())
                .with("people", name.isBlank() ? List.of() : shares.people(caller, id, name))
                .with("shares", shares.of(caller, id))
                .with("audiences", shares.audiences(caller));
    }

    /** Shares it. */
    @POST
    public Response share(
            @Context Caller caller,
            @PathParam("id") UUID id,
            @FormParam("subject") @DefaultValue("") String subject,
            @FormParam("level") @DefaultValue("") String level,
            @FormParam("last") @DefaultValue("") String last) {
        LocalDate day;
        try {
            day = last.isBlank() ? null : LocalDate.parse(last.strip());
        } catch (DateTimeParseException e) {
            throw new BadInput("last", "« " + last + " » n’est pas une date : choisissez un jour dans le calendrier.");
        }
        shares.share(caller, id, subject, level, day);
        return Redirect.to("posts/" + id + "/shares", "Le billet est partagé.");
    }

    /** Takes it back. */
    @POST
    @Path("removal")
    public Response unshare(
            @Context Caller caller, @PathParam("id") UUID id, @FormParam("subject") @DefaultValue("") String subject) {
        shares.unshare(caller, id, subject);
        return Redirect.to("posts/" + id + "/shares", "Le billet n’est plus partagé avec ces personnes.");
    }
}
