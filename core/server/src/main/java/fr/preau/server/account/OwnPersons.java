package fr.preau.server.account;

import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The persons of an account, and going from one to another. Thread-safe. */
@Singleton
public final class OwnPersons {
    private final AccountDao dao;
    private final Sessions sessions;

    @Inject
    OwnPersons(Database database, Sessions sessions) {
        this.dao = database.core().dao(AccountDao.class);
        this.sessions = sessions;
    }

    /** The account's persons who are not suspended. Two statements, and one more for each further person. */
    public List<OwnPerson> of(UUID accountId) {
        List<OwnPerson> persons = new ArrayList<>();
        for (AccountDao.Owned owned : Scope.in(0, Mode.READ, () -> dao.owned(accountId))) {
            Scope.in(owned.tenantId(), Mode.READ, () -> dao.person(owned.personId()))
                    .filter(person -> !person.suspended())
                    .map(person -> new OwnPerson(
                            owned.tenantId(),
                            owned.tenantName(),
                            person.id(),
                            person.profile(),
                            person.firstName() + " " + person.lastName()))
                    .ifPresent(persons::add);
        }
        return List.copyOf(persons);
    }

    /** The persons that somebody who is signed in could go on as. Costs nothing to whoever has only one. */
    public List<OwnPerson> othersOf(SignedIn present) {
        if (!present.several()) {
            return List.of();
        }
        return of(present.accountId()).stream()
                .filter(person -> !person.personId().equals(present.caller().personId()))
                .toList();
    }

    /**
     * Goes on as another person of one's account.
     *
     * @return the session's new token; empty if there is no such person, or it is suspended
     */
    public Optional<String> goOnAs(SignedIn present, UUID personId) {
        return of(present.accountId()).stream()
                .filter(person -> person.personId().equals(personId))
                .findFirst()
                .flatMap(person -> sessions.switchTo(present, person.tenantId(), personId));
    }
}
