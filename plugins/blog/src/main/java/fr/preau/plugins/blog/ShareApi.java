package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.access.Sharing.Audience;
import fr.preau.api.access.Sharing.Share;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sharing a post, as JSON. */
@Path("posts/{id}/shares")
@Requires(BlogPlugin.SHARE)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class ShareApi {
    private final Shares shares;

    @Inject
    ShareApi(Shares shares) {
        this.shares = shares;
    }

    /** With whom it is shared. */
    @GET
    public List<Share> shares(@Context Caller caller, @PathParam("id") UUID id) {
        return shares.of(caller, id);
    }

    /**
     * Single people to share with.
     *
     * @param name a part of the name
     */
    @GET
    @Path("people")
    public List<Audience> people(
            @Context Caller caller, @PathParam("id") UUID id, @QueryParam("name") @DefaultValue("") String name) {
        return shares.people(caller, id, name);
    }

    /** With whom, at which level ({@code read}, {@code comment}), until which day. */
    public record Wish(
            @Nullable String subject,
            @Nullable String level,
            @Nullable LocalDate last) {}

    /** Shares it. */
    @POST
    public List<Share> share(@Context Caller caller, @PathParam("id") UUID id, @Nullable Wish wish) {
        String subject = wish == null ? null : wish.subject();
        String level = wish == null ? null : wish.level();
        if (wish == null || subject == null || level == null) {
            throw new BadInput("subject", "Dites avec qui (subject) et à quel niveau (level).");
        }
        shares.share(caller, id, subject, level, wish.last());
        return shares.of(caller, id);
    }

    /** Takes it back. */
    @DELETE
    @Consumes(MediaType.WILDCARD)
    public void unshare(
            @Context Caller caller, @PathParam("id") UUID id, @QueryParam("subject") @DefaultValue("") String subject) {
        shares.unshare(caller, id, subject);
    }
}
