package fr.preau.server.convention;

import fr.preau.server.db.Database;
import fr.preau.server.notice.News;
import fr.preau.server.notice.Notices;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells delegates what waits for their party and what the other one did, in the transaction of the change; nobody is told what they
 * did themselves. Thread-safe.
 */
@Singleton
final class Bell {
    private static final String ROOT = "console/convention";
    private static final List<String> SIGNING =
            List.of("convention.sign", "convention.sign.week", "convention.sign.day", "convention.sign.late");
    private static final List<String> WAVE =
            List.of("wave.proposed", "wave.proposed.week", "wave.proposed.day", "wave.proposed.late");

    private final ConventionDao dao;
    private final Notices notices;

    @Inject
    Bell(Database database, Notices notices) {
        this.dao = database.core().dao(ConventionDao.class);
        this.notices = notices;
    }

    private void tell(Predicate<PartyLine> who, Actor actor, News news) {
        notices.tell(delegates(who, actor.personId()), news);
    }

    private List<UUID> delegates(Predicate<PartyLine> who, @Nullable UUID except) {
        UUID[] parties = dao.parties().stream().filter(who).map(PartyLine::id).toArray(UUID[]::new);
        return dao.acting(parties, except);
    }

    /** A version waits for signatures. */
    void proposed(VersionLine line, @Nullable LocalDate due, Actor actor) {
        String number = Integer.toString(line.version());
        // Sent back and proposed again, it waits anew.
        String about = number + " " + dao.now().toEpochMilli();
        News news = new News("convention.sign", about, signing(line.version()), due, List.of(number, actor.name()));
        tell(party -> true, actor, news);
    }

    static String signing(int version) {
        return ROOT + "/versions/" + version + "/signer";
    }

    /** A version is a draft again. */
    void sentBack(int version, String reason, Actor actor) {
        unwanted(version);
        String number = Integer.toString(version);
        tell(
                party -> true,
                actor,
                new News(
                        "convention.refused",
                        number + " " + dao.now().toEpochMilli(),
                        ROOT + "/versions/" + number,
                        number,
                        actor.name(),
                        reason));
    }

    /** Nobody has to sign a version any more. */
    void unwanted(int version) {
        notices.settle(delegates(party -> true, null), SIGNING, Integer.toString(version));
    }

    /** A party has signed all that it has to. */
    void signedAll(int version, UUID partyId) {
        notices.settle(delegates(party -> party.id().equals(partyId), null), SIGNING, Integer.toString(version));
    }

    /** All parties have signed: a version is in force, or will be. */
    void complete(int version, boolean now, Actor actor) {
        String number = Integer.toString(version);
        tell(party -> true, actor, new News(now ? "convention.inforce" : "convention.complete", number, ROOT, number));
    }

    /** A deployment waits for the other side. */
    void waveProposed(UUID id, String name, Side by, @Nullable LocalDate due, Actor actor) {
        tell(
                party -> party.side() != by,
                actor,
                new News("wave.proposed", id.toString(), waves(), due, List.of(name, actor.name())));
    }

    static String waves() {
        return ROOT + "/deploiement";
    }

    /** A side has accepted a deployment. */
    void waveAccepted(UUID id, String name, Side by, Actor actor) {
        notices.settle(delegates(party -> party.side() == by, null), WAVE, id.toString());
        tell(party -> party.side() != by, actor, new News("wave.accepted", id.toString(), waves(), name, actor.name()));
    }

    /** A deployment was taken back. */
    void waveWithdrawn(UUID id, String name, Actor actor) {
        notices.settle(delegates(party -> true, null), WAVE, id.toString());
        tell(party -> true, actor, new News("wave.withdrawn", id.toString(), waves(), name, actor.name()));
    }

    /** A side has stopped something. */
    void stopped(UUID id, String service, String reason, Side by, Actor actor) {
        tell(
                party -> party.side() != by,
                actor,
                new News(
                        service.isEmpty() ? "stop.all" : "stop.service",
                        id.toString(),
                        ROOT + "/arrets",
                        actor.name(),
                        reason,
                        service));
    }

    /** A side has lifted its stop. */
    void lifted(UUID id, String service, Side by, Actor actor) {
        tell(
                party -> party.side() != by,
                actor,
                new News(
                        service.isEmpty() ? "stop.lifted.all" : "stop.lifted.service",
                        id.toString(),
                        ROOT + "/arrets",
                        actor.name(),
                        service));
    }

    /** Tells all who act for some parties. */
    void remind(Collection<PartyLine> parties, News news) {
        notices.tell(delegates(parties::contains, null), news);
    }
}
