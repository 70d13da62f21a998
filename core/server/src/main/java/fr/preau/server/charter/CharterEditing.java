package fr.preau.server.charter;

import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Announcements;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Writes charters: a draft, then its publication. Each call is one transaction. Thread-safe. */
@Singleton
public final class CharterEditing {
    private final CharterDao dao;
    private final Charters charters;
    private final Announcements announcements;
    private final CharterChanges changes;
    private final Audit audit;

    @Inject
    CharterEditing(
            Database database, Charters charters, Announcements announcements, CharterChanges changes, Audit audit) {
        this.audit = audit;
        this.dao = database.core().dao(CharterDao.class);
        this.charters = charters;
        this.announcements = announcements;
        this.changes = changes;
    }

    /** Starts a draft from what is in force; one that is there stays. */
    public void start(Caller caller, Audience audience) {
        Scope.run(caller.tenantId(), Mode.WRITE, () -> {
            CharterVersion from = charters.inForce(audience);
            CharterText text = from.text();
            dao.start(audience, from.version() + 1, text.title(), text.intro(), Charters.write(text.articles()));
        });
    }

    /** Saves a draft; false if it was changed, published or thrown away since that revision. */
    public boolean save(Caller caller, Audience audience, int revision, CharterText text) {
        String articles = Charters.write(text.articles());
        return Scope.in(
                caller.tenantId(),
                Mode.WRITE,
                () -> dao.save(audience, revision, text.title(), text.intro(), articles) == 1);
    }

    /**
     * Publishes a draft: everybody of its audience accepts again.
     *
     * @return the version in force from now on; empty if the draft was changed since that revision, or says too little
     */
    public Optional<CharterVersion> publish(Caller caller, Audience audience, int revision, String note) {
        Optional<CharterVersion> published = Scope.in(
                caller.tenantId(),
                Mode.WRITE,
                () -> charters.history(audience)
                        .draft()
                        .filter(draft -> draft.text().faults().isEmpty()
                                && dao.publish(audience, revision, note, caller.personId()) == 1)
                        .map(draft -> {
                            announcements.tell(CharterChanges.CHANNEL);
                            audit.record(caller, "charter.publish", draft.text().title(), note);
                            return draft;
                        }));
        changes.happened();
        return published;
    }

    /** Throws a draft away. */
    public void discard(Caller caller, Audience audience) {
        Scope.run(caller.tenantId(), Mode.WRITE, () -> dao.discard(audience));
    }

    /** Sets the tenant's ages. */
    public void setAges(Caller caller, Ages ages) {
        Scope.run(caller.tenantId(), Mode.WRITE, () -> {
            dao.setAges(ages.consentAge(), ages.youngAge());
            announcements.tell(CharterChanges.CHANNEL);
            audit.record(
                    caller,
                    "charter.ages",
                    "",
                    "accord : " + ages.consentAge() + " ans, images : " + ages.youngAge() + " ans");
        });
        changes.happened();
    }
}
