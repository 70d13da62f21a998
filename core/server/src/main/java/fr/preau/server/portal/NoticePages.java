package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.notice.Notice;
import fr.preau.server.notice.Notices;
import fr.preau.server.portal.view.NoticeList;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What a person was told. One statement. Thread-safe. */
@Singleton
@Path("avis")
@Needs(Who.SIGNED_IN)
public final class NoticePages implements CoreResource {
    private static final int A_PAGE = 20;

    private final Notices notices;
    private final Layout layout;
    private final Clock clock;

    @Inject
    NoticePages(Notices notices, Layout layout, Clock clock) {
        this.notices = notices;
        this.layout = layout;
        this.clock = clock;
    }

    /** The notices, newest first. */
    @GET
    public Page list(@QueryParam("page") @DefaultValue("1") String typed, @Context Caller caller) {
        int page = typed.matches("[1-9]\\d{0,4}") ? Integer.parseInt(typed) : 1;
        List<Notice> found = notices.of(caller, A_PAGE + 1, (page - 1) * A_PAGE);
        NoticeList view = new NoticeList(
                found.stream().limit(A_PAGE).toList(), page, found.size() > A_PAGE, LocalDate.now(clock));
        return Page.of(layout.coreUi().t("notices.title"), "notices.jte").with("view", view);
    }

    /** Marks one as read and goes where it leads. */
    @POST
    @Path("{id}")
    public Response open(@PathParam("id") UUID id, @Context Caller caller) {
        return Redirect.to("/" + notices.read(caller, id).orElseThrow(NotFoundException::new));
    }

    /** Marks all as read. */
    @POST
    public Response readAll(@Context Caller caller) {
        notices.readAll(caller);
        return Redirect.to("/avis", layout.coreUi().t("notices.read.done"));
    }
}
