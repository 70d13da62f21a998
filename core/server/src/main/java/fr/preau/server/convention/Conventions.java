package fr.preau.server.convention;

import fr.preau.api.Authority;
import fr.preau.api.web.BadInput;
import fr.preau.server.convention.ConventionDao.Commune;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the convention: started from a template, written as a draft by either side, proposed, signed by all parties,
 * amended by a next version. Each call is one transaction that ends with the openings written anew. Thread-safe.
 */
@Singleton
public final class Conventions {
    private final ConventionDao dao;
    private final Parties parties;
    private final KnownServices services;
    private final OpeningBook openings;
    private final Trail trail;
    private final Bell bell;
    private final Clock clock;

    @Inject
    Conventions(
            Database database,
            Parties parties,
            KnownServices services,
            OpeningBook openings,
            Trail trail,
            Bell bell,
            Clock clock) {
        this.bell = bell;
        this.dao = database.core().dao(ConventionDao.class);
        this.parties = parties;
        this.services = services;
        this.openings = openings;
        this.trail = trail;
        this.clock = clock;
    }

    /** All versions, the latest first. */
    public List<VersionLine> versions(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::versions);
    }

    /** A version, whole; empty if there is none of that number. Five statements. */
    public Optional<Text> text(int tenantId, int version) {
        return Scope.in(
                tenantId,
                Mode.READ,
                () -> dao.version(version)
                        .map(line -> new Text(
                                line,
                                dao.articles(version),
                                dao.services(version),
                                dao.signatures(version),
                                dao.parties())));
    }

    /** The version in force today, whole; empty if none is. */
    public Optional<Text> inForce(int tenantId) {
        return present(versions(tenantId)).flatMap(line -> text(tenantId, line.version()));
    }

    /** The one of these versions that is in force today. */
    public Optional<VersionLine> present(List<VersionLine> versions) {
        LocalDate today = LocalDate.now(clock);
        return versions.stream()
                .filter(VersionLine::isComplete)
                .filter(line -> !today.isBefore(line.begins()))
                .findFirst()
                .filter(line -> line.holds(today));
    }

    /** The services of running plugins that a version does not list. */
    public List<Known> unlisted(int tenantId, Text text) {
        return services.known(tenantId).stream()
                .filter(known -> text.services().stream()
                        .noneMatch(service -> service.pluginId().equals(known.pluginId())))
                .toList();
    }

    /**
     * Starts the convention of an ENT that has none: the parties and a first draft, from a template.
     *
     * @param name the name of the ENT, for the title
     */
    public int start(int tenantId, Template template, String name, Actor actor) {
        List<Known> known = services.known(tenantId);
        return Scope.in(tenantId, Mode.WRITE, () -> {
            if (!dao.versions().isEmpty()) {
                throw new BadInput("", "Cet espace a déjà une convention : proposez un avenant.");
            }
            addParties(template, name);
            int version = dao.addVersion(
                    template.name(),
                    "Convention de l’espace numérique de travail : " + name,
                    "",
                    LocalDate.now(clock),
                    null,
                    actor.name());
            template.articles()
                    .forEach(article -> dao.writeArticle(version, article.position(), article.title(), article.body()));
            String town = dao.parties().stream()
                    .filter(party -> party.side() == Side.COLLECTIVITE)
                    .map(PartyLine::name)
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
            known.forEach(each -> dao.writeService(version, proposal(each, town)));
            trail.of(actor, "convention.start", Integer.toString(version));
            return version;
        });
    }

    private void addParties(Template template, String name) {
        List<Commune> communes = dao.communes();
        switch (template) {
            case COMMUNE -> {
                dao.addParty(
                        Side.EDUCATION_NATIONALE,
                        "DSDEN",
                        "Direction des services départementaux de l’Éducation nationale",
                        null,
                        1);
                String town = communes.isEmpty()
                        ? name
                        : "Commune de " + communes.get(0).name();
                dao.addParty(Side.COLLECTIVITE, "COMMUNE", town, null, 1);
            }
            case EPCI -> {
                dao.addParty(Side.EDUCATION_NATIONALE, "ACADEMIE", "Académie", null, 1);
                dao.addParty(Side.COLLECTIVITE, "EPCI", name, null, 1);
            }
            case RPI -> {
                dao.addParty(
                        Side.EDUCATION_NATIONALE,
                        "DSDEN",
                        "Direction des services départementaux de l’Éducation nationale",
                        null,
                        1);
                for (Commune commune : communes) {
                    dao.addParty(Side.COLLECTIVITE, "COMMUNE", "Commune de " + commune.name(), commune.insee(), 1);
                }
            }
        }
    }

    private static ServiceLine proposal(Known known, String town) {
        String controller = switch (known.authority()) {
            case EDUCATION_NATIONALE -> "Éducation nationale";
            case COLLECTIVITE -> town;
            case BOTH -> "Éducation nationale et " + town + ", conjointement";
        };
        return new ServiceLine(
                known.pluginId(),
                known.title(),
                known.authority(),
                cut(controller, 300),
                cut(known.purpose(), 1000),
                cut(known.data(), 4000));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    /** Changes a draft's title, note and dates. */
    public void writeFrame(
            int tenantId,
            int version,
            String title,
            String note,
            LocalDate begins,
            @Nullable LocalDate ends,
            Actor actor) {
        change(tenantId, version, actor, draft -> {
            Parties.check(title, 200, "title", "le titre de la convention");
            if (note.length() > 2000) {
                throw new BadInput("note", "C’est trop long : 2000 caractères au plus.");
            }
            if (ends != null && !ends.isAfter(begins)) {
                throw new BadInput("ends", "La convention doit finir après avoir commencé.");
            }
            dao.writeFrame(version, title.strip(), note.strip(), begins, ends);
        });
    }

    /** Writes the articles of a draft, in their order; those without a title and a text go. */
    public void writeArticles(int tenantId, int version, List<ArticleLine> articles, Actor actor) {
        change(tenantId, version, actor, draft -> {
            articles.forEach(Conventions::check);
            dao.clearArticles(version);
            int position = 0;
            for (ArticleLine article : articles) {
                if (!article.title().isBlank()) {
                    dao.writeArticle(
                            version,
                            ++position,
                            article.title().strip(),
                            article.body().strip());
                }
            }
        });
    }

    private static void check(ArticleLine article) {
        if (article.title().length() > 200 || article.body().length() > 10_000) {
            throw new BadInput("article", "Un article a 200 caractères de titre et 10 000 de texte au plus.");
        }
        if (article.title().isBlank() && !article.body().isBlank()) {
            throw new BadInput("article", "Donnez un titre à chaque article.");
        }
    }

    /**
     * Writes what a draft says about a service.
     *
     * @param authority that of its plugin, or BOTH: the parties may decide together what one could alone
     */
    public void writeService(
            int tenantId,
            int version,
            String pluginId,
            Authority authority,
            String controller,
            String purpose,
            String data,
            Actor actor) {
        Known known = services.known(tenantId).stream()
                .filter(each -> each.pluginId().equals(pluginId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        change(tenantId, version, actor, draft -> {
            if (authority != known.authority() && authority != Authority.BOTH) {
                throw new BadInput("authority", "Ce service relève au moins de la partie que son auteur a déclarée.");
            }
            if (controller.length() > 300 || purpose.length() > 1000 || data.length() > 4000) {
                throw new BadInput("data", "C’est trop long : 300, 1000 et 4000 caractères au plus.");
            }
            dao.writeService(
                    version,
                    new ServiceLine(
                            pluginId, known.title(), authority, controller.strip(), purpose.strip(), data.strip()));
        });
    }

    /** Leaves a service out of a draft. */
    public void dropService(int tenantId, int version, String pluginId, Actor actor) {
        change(tenantId, version, actor, draft -> dao.dropService(version, pluginId));
    }

    /** Takes a service into a draft, as its plugin declares it. */
    public void addService(int tenantId, int version, String pluginId, Actor actor) {
        Known known = services.known(tenantId).stream()
                .filter(each -> each.pluginId().equals(pluginId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        change(tenantId, version, actor, draft -> dao.writeService(version, proposal(known, "")));
    }

    private void change(int tenantId, int version, Actor actor, Consumer<VersionLine> change) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            requireSeat(actor);
            VersionLine line = locked(version);
            if (!line.isDraft()) {
                throw new BadInput("", "Ce texte n’est plus un brouillon : il ne change plus. Proposez un avenant.");
            }
            change.accept(line);
        });
    }

    private VersionLine locked(int version) {
        return dao.lock(version).orElseThrow(NotFoundException::new);
    }

    private void requireSeat(Actor actor) {
        UUID person = actor.personId();
        if (person != null && dao.seats(person).isEmpty()) {
            throw new ForbiddenException();
        }
    }

    /**
     * Proposes a draft for signature: it changes no more.
     *
     * @param due until when it should be signed, null for no date
     */
    public void propose(int tenantId, int version, @Nullable LocalDate due, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            requireSeat(actor);
            VersionLine line = locked(version);
            if (!line.isDraft()) {
                throw new BadInput("", "Ce texte n’est plus un brouillon.");
            }
            if (due != null && due.isBefore(LocalDate.now(clock))) {
                throw new BadInput("due", "La date pour signer doit être à venir.");
            }
            for (Side side : Side.values()) {
                if (dao.parties().stream().noneMatch(party -> party.side() == side)) {
                    throw new BadInput("", "Il manque une partie : il faut l’Éducation nationale et une collectivité.");
                }
            }
            if (dao.services(version).isEmpty()) {
                throw new BadInput("", "La convention ne dit rien d’aucun service : ajoutez-en un.");
            }
            dao.propose(version, actor.name(), due);
            dao.versions().stream()
                    .filter(VersionLine::isComplete)
                    .findFirst()
                    .ifPresent(before -> dao.carry(version, before.version()));
            bell.proposed(line, due, actor);
            trail.of(actor, "convention.propose", Integer.toString(version));
        });
    }

    /** Sends a proposed version back to its authors, as a draft. */
    public void sendBack(int tenantId, int version, String reason, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            requireSeat(actor);
            Parties.check(reason, 1000, "reason", "pourquoi vous ne signez pas");
            if (!locked(version).isProposed()) {
                throw new BadInput("", "Ce texte n’attend pas de signature.");
            }
            dao.unsign(version);
            dao.sendBack(version, reason.strip(), actor.name());
            bell.sentBack(version, reason.strip(), actor);
            trail.of(actor, "convention.refuse", Integer.toString(version));
        });
    }

    /** Gives a version up before it is in force. */
    public void withdraw(int tenantId, int version, Actor actor) {
        Scope.run(tenantId, Mode.WRITE, () -> {
            requireSeat(actor);
            VersionLine line = locked(version);
            if (line.isComplete() || version == 1) {
                throw new BadInput(
                        "", "Ce texte ne peut pas être retiré : proposez un avenant, ou dites quand il finit.");
            }
            dao.withdraw(version);
            bell.unwanted(version);
            trail.of(actor, "convention.withdraw", Integer.toString(version));
        });
    }

    /**
     * Signs for a party: the version as a whole, services of it, or both.
     *
     * @param pluginIds the services; the empty text stands for the version as a whole
     * @return how many signatures were new
     */
    public int sign(int tenantId, int version, UUID partyId, Collection<String> pluginIds, Actor actor) {
        return sign(tenantId, version, partyId, pluginIds, actor, null);
    }

    /** As {@link #sign(int, int, UUID, Collection, Actor)}, by the operator, for what was signed on paper. */
    int sign(
            int tenantId,
            int version,
            UUID partyId,
            Collection<String> pluginIds,
            Actor actor,
            @Nullable String paperQuality) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            Seat seat = parties.seat(actor, partyId);
            if (pluginIds.isEmpty()) {
                throw new BadInput("service", "Cochez ce que vous signez.");
            }
            VersionLine line = locked(version);
            if (line.isDraft() || line.state().equals("WITHDRAWN")) {
                throw new BadInput("", "Ce texte n’est pas proposé à la signature.");
            }
            List<ServiceLine> listed = dao.services(version);
            int signed = 0;
            for (String pluginId : pluginIds) {
                boolean needed = pluginId.isEmpty()
                        || listed.stream()
                                .anyMatch(service -> service.pluginId().equals(pluginId)
                                        && Side.of(service.authority()).contains(seat.side()));
                if (!needed) {
                    throw new BadInput(
                            "service", "Ce service ne demande pas la signature de " + seat.partyName() + ".");
                }
                String quality = paperQuality == null ? seat.quality() : paperQuality;
                signed += dao.sign(version, pluginId, partyId, actor.personId(), actor.name(), quality);
                trail.of(actor, "convention.sign", pluginId.isEmpty() ? Integer.toString(version) : pluginId);
            }
            boolean completed = dao.complete(version) > 0;
            ring(version, partyId, completed, line, actor);
            openings.rewrite(tenantId);
            return signed;
        });
    }

    private void ring(int version, UUID partyId, boolean completed, VersionLine line, Actor actor) {
        Text text = new Text(line, List.of(), dao.services(version), dao.signatures(version), dao.parties());
        if (text.nothingMissing(partyId)) {
            bell.signedAll(version, partyId);
        }
        if (completed) {
            bell.complete(version, !LocalDate.now(clock).isBefore(line.begins()), actor);
        }
    }

    /** Begins an amendment: a draft that starts as what is in force. */
    public int amend(int tenantId, Actor actor) {
        return Scope.in(tenantId, Mode.WRITE, () -> {
            requireSeat(actor);
            List<VersionLine> versions = dao.versions();
            if (versions.stream().anyMatch(line -> line.isDraft() || line.isProposed())) {
                throw new BadInput("", "Une version est déjà en cours : finissez-la, ou retirez-la.");
            }
            VersionLine before = versions.stream()
                    .filter(VersionLine::isComplete)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            int version = dao.addVersion(
                    before.template(), before.title(), "", LocalDate.now(clock), before.ends(), actor.name());
            dao.articles(before.version())
                    .forEach(article -> dao.writeArticle(version, article.position(), article.title(), article.body()));
            dao.services(before.version()).forEach(service -> dao.writeService(version, service));
            trail.of(actor, "convention.amend", Integer.toString(version));
            return version;
        });
    }
}
