package fr.preau.server.notice;

import fr.preau.api.Caller;
import fr.preau.server.account.Sessions;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What people were told. Telling is part of the change that there is something to tell about. How many a person has not read comes
 * with their session: at once on the node that changes it, within seconds on the others. Thread-safe.
 */
@Singleton
public final class Notices {
    private final NoticeDao dao;
    private final Sessions sessions;

    @Inject
    Notices(Database database, Sessions sessions) {
        this.dao = database.core().dao(NoticeDao.class);
        this.sessions = sessions;
    }

    /**
     * Tells people something, once each; in the present change.
     *
     * @throws IllegalStateException outside of a change
     */
    public void tell(Collection<UUID> persons, News news) {
        Scope.requireChange();
        if (!persons.isEmpty()) {
            dao.tell(
                            persons.toArray(UUID[]::new),
                            news.kind(),
                            news.about(),
                            news.path(),
                            news.due(),
                            news.params().toArray(String[]::new))
                    .forEach(sessions::forgetPerson);
        }
    }

    /**
     * What was done no longer asks to be read; in the present change.
     *
     * @param about as it was told, or its first words
     */
    public void settle(Collection<UUID> persons, Collection<String> kinds, String about) {
        Scope.requireChange();
        if (!persons.isEmpty()) {
            dao.settle(persons.toArray(UUID[]::new), kinds.toArray(String[]::new), about)
                    .forEach(sessions::forgetPerson);
        }
    }

    /** Some of a person's, newest first. */
    public List<Notice> of(Caller caller, int limit, int offset) {
        return Scope.in(caller.tenantId(), Mode.READ, () -> dao.page(caller.personId(), limit, offset));
    }

    /** Marks one as read, and answers where it leads; empty if the caller has none of that id. */
    public Optional<String> read(Caller caller, UUID id) {
        Optional<String> path = Scope.in(caller.tenantId(), Mode.WRITE, () -> dao.read(caller.personId(), id));
        sessions.forgetPerson(caller.personId());
        return path;
    }

    /** Marks all as read. */
    public void readAll(Caller caller) {
        Scope.run(caller.tenantId(), Mode.WRITE, () -> dao.readAll(caller.personId()));
        sessions.forgetPerson(caller.personId());
    }

    /** Forgets what is older than two years; in the present change. */
    public void forget() {
        Scope.requireChange();
        dao.forget();
    }
}
