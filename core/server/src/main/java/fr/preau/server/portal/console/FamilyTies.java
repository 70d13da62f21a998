package fr.preau.server.portal.console;

import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Family ties as a court left them, written down by hand. Thread-safe. */
@Singleton
final class FamilyTies {
    private final Dao dao;
    private final Audit audit;

    @Inject
    FamilyTies(Database database, Audit audit) {
        this.audit = audit;
        this.dao = database.core().dao(Dao.class);
    }

    /**
     * Says whether a guardian holds parental authority and may be in contact with a child.
     *
     * @return false if the two are no guardian and child
     */
    boolean restrict(Caller caller, UUID one, UUID other, boolean authority, boolean contact) {
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            boolean tied = dao.restrict(one, other, authority, contact) > 0;
            if (tied) {
                audit.record(
                        caller,
                        "family.tie",
                        dao.names(one, other),
                        "autorité parentale : " + (authority ? "oui" : "non") + ", contact : "
                                + (contact ? "oui" : "non"));
            }
            return tied;
        });
    }

    /** By hand: see {@code directory.TieStep}, which leaves such ties as they are. */
    interface Dao {
        @SqlQuery("select string_agg(first_name || ' ' || last_name, ' et ' order by profile) from core.person "
                + "where id in (:one, :other)")
        String names(UUID one, UUID other);

        @SqlUpdate(
                "update core.guardianship set authority = :authority, contact = :contact, restricted = not (:authority and "
                        + ":contact) where until is null and ((guardian_id = :one and pupil_id = :other) "
                        + "or (guardian_id = :other and pupil_id = :one))")
        int restrict(UUID one, UUID other, boolean authority, boolean contact);
    }
}
