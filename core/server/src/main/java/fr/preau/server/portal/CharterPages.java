package fr.preau.server.portal;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.charter.Acceptances;
import fr.preau.server.charter.Acceptances.Outcome;
import fr.preau.server.charter.Audience;
import fr.preau.server.charter.CharterVersion;
import fr.preau.server.charter.Charters;
import fr.preau.server.charter.Child;
import fr.preau.server.charter.Seen;
import fr.preau.server.charter.Standing;
import fr.preau.server.charter.Standing.Step;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.view.Charter;
import fr.preau.server.portal.view.Charter.State;
import fr.preau.server.portal.view.CharterChildren;
import fr.preau.server.portal.view.CharterFamily;
import fr.preau.server.portal.view.CharterWait;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** The charter as people read and accept it, for themselves and for their children. Thread-safe. */
@Singleton
@Path("charte")
@Needs(Who.SIGNED_IN)
public final class CharterPages implements CoreResource {
    private final Acceptances acceptances;
    private final Charters charters;
    private final Layout layout;

    @Inject
    CharterPages(Acceptances acceptances, Charters charters, Layout layout) {
        this.acceptances = acceptances;
        this.charters = charters;
        this.layout = layout;
    }

    /** The charter, in the words of its reader. */
    @GET
    public Page charter(@QueryParam("suite") @DefaultValue("") String next, @Context Caller caller) {
        return page(caller, next, false);
    }

    private Page page(Caller caller, String next, boolean stale) {
        Standing standing = acceptances.standing(caller.personId());
        if (standing.step() == Step.GUARDIAN) {
            return waiting(caller, standing);
        }
        List<Child> children = acceptances.children(caller);
        Map<Audience, CharterVersion> texts = texts(children, standing.audience());
        CharterVersion own = Objects.requireNonNull(texts.get(standing.audience()));
        Charter view = new Charter(
                own,
                standing.step() == Step.ACCEPT
                        ? State.ACCEPT
                        : standing.step() == Step.READ ? State.READ : State.ACCEPTED,
                standing.again(),
                stale,
                standing.under() ? standing.consentAt() : standing.ownAt(),
                standing.consentBy(),
                Next.orHome(next),
                family(children, texts));
        return Page.of(own.text().title(), "charter.jte").with("view", view).status(stale ? 409 : 200);
    }

    private Page waiting(Caller caller, Standing standing) {
        CharterWait view = new CharterWait(
                caller.firstName(),
                acceptances.guardians(caller.personId()),
                standing.audience().isYoung());
        return Page.of(layout.coreUi().t("charter.wait.title"), "charter-wait.jte")
                .with("view", view);
    }

    private Map<Audience, CharterVersion> texts(List<Child> children, Audience... others) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        audiences.addAll(List.of(others));
        children.forEach(child -> audiences.add(child.audience()));
        return charters.inForce(audiences);
    }

    private static CharterFamily family(List<Child> children, Map<Audience, CharterVersion> texts) {
        List<CharterVersion> read = new ArrayList<>();
        texts.forEach((audience, text) -> {
            if (children.stream().anyMatch(child -> child.audience() == audience)) {
                read.add(text);
            }
        });
        return new CharterFamily(children, List.copyOf(read));
    }

    /** Accepts it; a guardian for the ticked children too. A form of another version is refused: the new one is shown. */
    @POST
    public Object accept(
            @FormParam("public") @DefaultValue("") String audience,
            @FormParam("version") @DefaultValue("") String version,
            @FormParam("enfant") List<String> children,
            @FormParam("suite") @DefaultValue("") String next,
            @Context Caller caller) {
        Outcome outcome = acceptances.accept(caller, seen(audience, version), ticked(children));
        return switch (outcome) {
            case DONE -> Redirect.to(Next.local(next));
            case STALE -> page(caller, next, true);
            case GUARDIAN_FIRST -> page(caller, next, false).status(403);
            case NOT_THEIRS -> throw new NotFoundException();
        };
    }

    /** A guardian's children under the age, each with what was accepted for them. */
    @GET
    @Path("enfants")
    public Page children(@Context Caller caller) {
        return childrenPage(caller, false);
    }

    private Page childrenPage(Caller caller, boolean stale) {
        if (caller.profile() != Profile.GUARDIAN) {
            throw new NotFoundException();
        }
        List<Child> children = acceptances.children(caller);
        CharterFamily family = children.isEmpty() ? CharterFamily.NONE : family(children, texts(children));
        return Page.of(layout.coreUi().t("charter.children.title"), "charter-children.jte")
                .with("view", new CharterChildren(family, stale))
                .status(stale ? 409 : 200);
    }

    /** Accepts for the ticked children. */
    @POST
    @Path("enfants")
    public Object acceptFor(@FormParam("enfant") List<String> children, @Context Caller caller) {
        Map<UUID, Seen> ticked = ticked(children);
        Ui ui = layout.coreUi();
        return switch (acceptances.accept(caller, null, ticked)) {
            case DONE ->
                ticked.isEmpty()
                        ? Redirect.to("/charte/enfants", ui.t("charter.children.none"))
                        : Redirect.to("/charte/enfants", ui.t("charter.children.done", ticked.size()));
            case STALE -> childrenPage(caller, true);
            case GUARDIAN_FIRST, NOT_THEIRS -> throw new NotFoundException();
        };
    }

    private Map<UUID, Seen> ticked(List<String> children) {
        Map<UUID, Seen> ticked = new HashMap<>();
        for (String child : children) {
            String[] parts = child.split("/", 3);
            ticked.put(id(parts[0]), parts.length == 3 ? seen(parts[1], parts[2]) : Seen.IN_FORCE);
        }
        return ticked;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException(e);
        }
    }

    private Seen seen(String audience, String version) {
        boolean number = version.matches("\\d{1,6}");
        boolean known = audience.matches("[A-Z_]*")
                && (audience.isEmpty()
                        || EnumSet.allOf(Audience.class).stream()
                                .anyMatch(each -> each.name().equals(audience)));
        if (!known || !(number || version.isEmpty())) {
            throw new BadInput("version", layout.coreUi().t("charter.error.version"));
        }
        return new Seen(
                audience.isEmpty() ? null : Audience.valueOf(audience), number ? Integer.valueOf(version) : null);
    }
}
