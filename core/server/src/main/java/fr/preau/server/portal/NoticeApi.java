package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.notice.Notice;
import fr.preau.server.notice.Notices;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Notices for programs. Thread-safe. */
@Singleton
@Path("api/core/notices")
@Needs(Who.SIGNED_IN)
@Produces(MediaType.APPLICATION_JSON)
public final class NoticeApi implements CoreResource {
    private static final int A_PAGE = 50;

    private final Notices notices;
    private final Layout layout;

    @Inject
    NoticeApi(Notices notices, Layout layout) {
        this.notices = notices;
        this.layout = layout;
    }

    /** A notice; {@code path} is where to deal with it, {@code readAt} null while it is new. */
    public record Told(
            UUID id,
            String kind,
            String text,
            String path,
            Instant madeAt,
            @Nullable LocalDate due,
            @Nullable Instant readAt) {}

    /** Fifty of them, newest first; {@code page} counts from 1. */
    @GET
    public List<Told> list(@QueryParam("page") @DefaultValue("1") String typed, @Context Caller caller) {
        int page = typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
        return notices.of(caller, A_PAGE, (page - 1) * A_PAGE).stream()
                .map(this::told)
                .toList();
    }

    private Told told(Notice notice) {
        String text =
                layout.coreUi().t("notice." + notice.kind(), notice.params().toArray());
        return new Told(
                notice.id(), notice.kind(), text, "/" + notice.path(), notice.madeAt(), notice.due(), notice.readAt());
    }

    /** Marks one as read (204); 404 if the caller has none of that id. */
    @PUT
    @Path("{id}/read")
    public void read(@PathParam("id") UUID id, @Context Caller caller) {
        if (notices.read(caller, id).isEmpty()) {
            throw new NotFoundException();
        }
    }

    /** Marks all as read (204). */
    @PUT
    @Path("read")
    public void readAll(@Context Caller caller) {
        notices.readAll(caller);
    }
}
