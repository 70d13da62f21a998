package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.access.Place;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.api.web.Ui;
import fr.preau.server.access.Grants;
import fr.preau.server.access.Needs;
import fr.preau.server.access.Needs.Who;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.access.RightId;
import fr.preau.server.access.Standing;
import fr.preau.server.account.Accounts;
import fr.preau.server.account.Invitations;
import fr.preau.server.account.Sessions;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.directory.Imports;
import fr.preau.server.directory.SchoolYear;
import fr.preau.server.http.CoreResource;
import fr.preau.server.http.Layout;
import fr.preau.server.portal.Profiles;
import fr.preau.server.portal.view.AccountState;
import fr.preau.server.portal.view.Choice;
import fr.preau.server.portal.view.People;
import fr.preau.server.portal.view.PersonSheet;
import fr.preau.server.portal.view.PersonSheet.AccountFacts;
import fr.preau.server.portal.view.PersonSheet.Actions;
import fr.preau.server.portal.view.PersonSheet.Secret;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.FormParam;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** People in the console: the list, one person, their account. Thread-safe. */
@Singleton
@Path("console/personnes")
@Needs(Who.TEACHERS)
public final class PeoplePages implements CoreResource {
    private static final int A_PAGE = 50;

    private final PeopleDao people;
    private final ClassDao classes;
    private final Accounts accounts;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Imports imports;
    private final Grants grants;
    private final RequestStanding standings;
    private final FamilyTies ties;
    private final Audit audit;
    private final Layout layout;
    private final Clock clock;

    @Inject
    PeoplePages(
            Database database,
            Accounts accounts,
            Invitations invitations,
            Sessions sessions,
            Imports imports,
            Grants grants,
            RequestStanding standings,
            FamilyTies ties,
            Audit audit,
            Layout layout,
            Clock clock) {
        this.grants = grants;
        this.standings = standings;
        this.ties = ties;
        this.invitations = invitations;
        this.people = database.core().dao(PeopleDao.class);
        this.classes = database.core().dao(ClassDao.class);
        this.accounts = accounts;
        this.sessions = sessions;
        this.imports = imports;
        this.audit = audit;
        this.layout = layout;
        this.clock = clock;
    }

    /** The list, searched and filtered. */
    @GET
    public Page list(
            @QueryParam("q") @DefaultValue("") String query,
            @QueryParam("profil") @DefaultValue("") String profile,
            @QueryParam("classe") @DefaultValue("") String schoolClass,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context Caller caller) {
        Ui ui = layout.coreUi();
        int number = page.matches("[1-9]\\d{0,4}") ? Integer.parseInt(page) : 1;
        List<PeopleDao.Line> lines = people.search(
                caller.administrator(),
                caller.personId(),
                caller.tenantId(),
                query.strip(),
                profile,
                id(schoolClass),
                A_PAGE,
                (number - 1) * A_PAGE);
        int total = lines.isEmpty() ? 0 : lines.get(0).total();
        People view = new People(
                query.strip(),
                profile,
                schoolClass,
                Arrays.stream(Profile.values())
                        .map(each -> new Choice(each.name(), Profiles.label(ui, each)))
                        .toList(),
                classes
                        .classes(
                                caller.administrator(),
                                caller.personId(),
                                caller.tenantId(),
                                SchoolYear.of(LocalDate.now(clock)).start())
                        .stream()
                        .map(each -> new Choice(each.id().toString(), each.name()))
                        .toList(),
                lines.stream().map(line -> row(ui, line)).toList(),
                total,
                number,
                Math.max(1, (total + A_PAGE - 1) / A_PAGE));
        return Page.of(ui.t("people.title"), "console/people.jte").with("view", view);
    }

    private static People.Row row(Ui ui, PeopleDao.Line line) {
        AccountState state = line.suspended()
                ? AccountState.SUSPENDED
                : line.locked()
                        ? AccountState.LOCKED
                        : line.active()
                                ? AccountState.ACTIVE
                                : line.invited() ? AccountState.INVITED : AccountState.NONE;
        return new People.Row(
                line.id().toString(), line.name(), Profiles.label(ui, line.profile()), line.about(), state);
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static String nameOf(PeopleDao.Sheet person) {
        return person.firstName() + " " + person.lastName();
    }

    /** One person; that somebody else looks is kept. */
    @GET
    @Path("{id}")
    public Page sheet(@PathParam("id") UUID id, @Context Caller caller) {
        PeopleDao.Sheet person = find(caller, id);
        if (!id.equals(caller.personId())) {
            audit.record(caller, "person.open", nameOf(person), "");
        }
        return page(caller, person, null);
    }

    private PeopleDao.Sheet find(Caller caller, UUID id) {
        return people.sheet(caller.administrator(), caller.personId(), id).orElseThrow(NotFoundException::new);
    }

    private Page page(Caller caller, PeopleDao.Sheet person, @Nullable Secret secret) {
        Ui ui = layout.coreUi();
        Accounts.Facts facts = accounts.facts(caller.tenantId(), person.id());
        PersonSheet view = new PersonSheet(
                person.id().toString(),
                nameOf(person),
                Profiles.label(ui, person.profile()),
                person.birthDate(),
                person.ine(),
                person.email(),
                person.phones(),
                people.addresses(person.id()),
                person.service(),
                imports.label(person.source()),
                people.memberships(person.id()).stream()
                        .map(line -> new PersonSheet.Membership(
                                line.place(),
                                ui.t("membership." + line.role().toLowerCase(Locale.ROOT)),
                                line.since(),
                                line.until()))
                        .toList(),
                people.ties(person.id()).stream()
                        .map(tie -> new PersonSheet.Tie(
                                tie.personId().toString(), tie.name(), tie.tie(), tie.authority(), tie.contact()))
                        .toList(),
                new AccountFacts(
                        state(person, facts),
                        Objects.requireNonNullElse(facts.login(), ""),
                        facts.seen(),
                        facts.codeUntil()),
                actions(caller, person, facts),
                secret);
        Standing viewer = standings.of(caller);
        boolean gives = viewer.may(RightId.GIVE_ROLES, Place.anywhere(), clock.instant());
        return Page.of(view.name(), "console/person.jte")
                .with("view", view)
                .with("grants", gives ? grants.ofPerson(caller.tenantId(), person.id()) : null)
                .with("world", viewer.world())
                .with("leads", Who.HEADS.includes(caller))
                .with("administrator", caller.administrator());
    }

    private static AccountState state(PeopleDao.Sheet person, Accounts.Facts facts) {
        if (person.suspendedAt() != null) {
            return AccountState.SUSPENDED;
        }
        if (facts.login() != null) {
            return facts.locked() ? AccountState.LOCKED : AccountState.ACTIVE;
        }
        return facts.codeUntil() != null ? AccountState.INVITED : AccountState.NONE;
    }

    /** A teacher helps pupils; heads and administrators help everybody they reach; nobody suspends themselves. */
    private static Actions actions(Caller caller, PeopleDao.Sheet person, Accounts.Facts facts) {
        boolean leads = Who.HEADS.includes(caller);
        boolean helps = leads || person.profile() == Profile.PUPIL;
        boolean other = !person.id().equals(caller.personId());
        return new Actions(helps && facts.login() == null, helps && other && facts.login() != null, leads && other);
    }

    private Page act(Caller caller, UUID id, java.util.function.Predicate<Actions> allowed, Work work) {
        PeopleDao.Sheet person = find(caller, id);
        if (!allowed.test(actions(caller, person, accounts.facts(caller.tenantId(), id)))) {
            throw new ForbiddenException();
        }
        return page(caller, person, work.run(person));
    }

    private interface Work {
        @Nullable
        Secret run(PeopleDao.Sheet person);
    }

    /** Makes an activation code, shown once. */
    @POST
    @Path("{id}/code")
    public Page code(@PathParam("id") UUID id, @Context Caller caller) {
        return act(caller, id, Actions::giveCode, person -> {
            String code = Scope.in(caller.tenantId(), Mode.WRITE, () -> {
                var codes = invitations.invite(caller.tenantId(), List.of(id));
                audit.record(caller, "code.make", nameOf(person), "");
                return codes.get(id);
            });
            return new Secret(false, Objects.requireNonNull(code), invitations.codesUntil());
        });
    }

    /** Makes a new password, shown once; it must be changed at the next sign-in. */
    @POST
    @Path("{id}/mot-de-passe")
    public Page password(@PathParam("id") UUID id, @Context Caller caller) {
        return act(
                caller,
                id,
                Actions::resetPassword,
                person -> accounts.reset(caller, id, nameOf(person))
                        .map(way -> new Secret(way.codeUntil() == null, way.secret(), way.codeUntil()))
                        .orElse(null));
    }

    /** Suspends a person: sign-in is refused, open sessions end. */
    @POST
    @Path("{id}/suspendre")
    @Needs(Who.HEADS)
    public Response suspend(@PathParam("id") UUID id, @Context Caller caller) {
        return setSuspended(id, caller, true);
    }

    /** Lifts it. */
    @POST
    @Path("{id}/retablir")
    @Needs(Who.HEADS)
    public Response restore(@PathParam("id") UUID id, @Context Caller caller) {
        return setSuspended(id, caller, false);
    }

    private Response setSuspended(UUID id, Caller caller, boolean suspended) {
        act(caller, id, Actions::suspend, person -> {
            Scope.run(caller.tenantId(), Mode.WRITE, () -> {
                people.suspend(id, suspended);
                audit.record(caller, suspended ? "account.suspend" : "account.restore", nameOf(person), "");
            });
            return null;
        });
        sessions.forgetPerson(id);
        return Redirect.to(
                "/console/personnes/" + id, layout.coreUi().t(suspended ? "person.suspended" : "person.restored"));
    }

    /** Writes down what a court decided about a guardian and a child. Valid from the next request on; imports keep to it. */
    @POST
    @Path("{id}/liens/{other}")
    @Needs(Who.HEADS)
    public Response restrict(
            @PathParam("id") UUID id,
            @PathParam("other") UUID other,
            @FormParam("autorite") @DefaultValue("") String authority,
            @FormParam("contact") @DefaultValue("") String contact,
            @Context Caller caller) {
        find(caller, id);
        find(caller, other);
        if (!ties.restrict(caller, id, other, !authority.isEmpty(), !contact.isEmpty())) {
            throw new NotFoundException();
        }
        return Redirect.to("/console/personnes/" + id, layout.coreUi().t("person.tie.changed"));
    }
}
