package fr.preau.server.portal.convention;

import fr.preau.api.Caller;
import fr.preau.api.web.Page;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.convention.Approvals;
import fr.preau.server.convention.Parties;
import fr.preau.server.convention.Waiting;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** The approval queue: what waits for one's own side, and what for the other. Thread-safe. */
@Singleton
@Path("console/attente")
@Needs(Who.SIGNED_IN)
public final class WaitingPages implements CoreResource {
    private final Approvals approvals;
    private final Parties parties;
    private final Layout layout;
    private final Clock clock;

    @Inject
    WaitingPages(Approvals approvals, Parties parties, Layout layout, Clock clock) {
        this.approvals = approvals;
        this.parties = parties;
        this.layout = layout;
        this.clock = clock;
    }

    /** All of it, what is due first at the top. */
    @GET
    public Page waiting(@Context Caller caller) {
        Desk desk = Desk.of(parties, caller);
        List<Waiting> waiting = approvals.of(caller.tenantId());
        return Page.of(layout.coreUi().t("waiting.title"), "convention/waiting.jte")
                .with("desk", desk)
                .with(
                        "mine",
                        WaitingGroup.of(waiting.stream().filter(desk::decides).toList()))
                .with(
                        "others",
                        WaitingGroup.of(waiting.stream()
                                .filter(each -> !desk.decides(each))
                                .toList()))
                .with("today", LocalDate.now(clock));
    }
}
