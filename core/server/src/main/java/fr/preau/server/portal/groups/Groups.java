package fr.preau.server.portal.groups;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.Grants;
import fr.preau.server.access.RequestStanding;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Groups made by hand. Administrators keep all of them, heads those of their schools. Each change is in the journal, counts for the
 * next request, and has its contrary: who was taken out is put back, what was closed is opened again. Who takes somebody in hands
 * on the roles of the group, and so must be able to give them. Thread-safe.
 */
@Singleton
public final class Groups {
    private final GroupsDao dao;
    private final Audit audit;
    private final RequestStanding standings;
    private final Grants grants;

    @Inject
    Groups(Database database, Audit audit, RequestStanding standings, Grants grants) {
        this.grants = grants;
        this.dao = database.core().dao(GroupsDao.class);
        this.audit = audit;
        this.standings = standings;
    }

    /** The groups that the caller keeps, open ones first. */
    public List<GroupLine> all(Caller caller) {
        return Scope.in(caller.tenantId(), Mode.READ, () -> dao.all(caller.administrator(), caller.personId()));
    }

    /** One of them. */
    public GroupLine group(Caller caller, UUID id) {
        return Scope.in(caller.tenantId(), Mode.READ, () -> mine(caller, id));
    }

    private GroupLine mine(Caller caller, UUID id) {
        return dao.find(id, caller.administrator(), caller.personId()).orElseThrow(NotFoundException::new);
    }

    /** Who is, will be and was in it. */
    public List<MemberLine> members(Caller caller, UUID id) {
        return Scope.in(caller.tenantId(), Mode.READ, () -> {
            mine(caller, id);
            return dao.members(id);
        });
    }

    /**
     * Makes a group.
     *
     * @param school null for a group of the whole ENT, which administrators alone make
     */
    public UUID make(Caller caller, String name, @Nullable UUID school) {
        boolean may = caller.administrator()
                || standings.of(caller).person().memberships().stream()
                        .anyMatch(each ->
                                each.role().equals("HEAD") && each.school().equals(school));
        if (!may) {
            throw new ForbiddenException();
        }
        if (school != null && standings.of(caller).world().nameOf(school).isEmpty()) {
            throw new BadInput("ecole", "Choisissez une école de la liste.");
        }
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            checkName(name, school, null);
            UUID id = dao.make(name.strip(), school);
            record(caller, "group.made", name.strip(), "");
            return id;
        });
    }

    private void checkName(String name, @Nullable UUID school, @Nullable UUID but) {
        if (name.isBlank() || name.length() > 80) {
            throw new BadInput("nom", "Donnez au groupe un nom de 80 caractères au plus.");
        }
        if (dao.taken(name.strip(), school, but)) {
            throw new BadInput("nom", "Un groupe de cette école porte déjà ce nom.");
        }
    }

    private void record(Caller caller, String action, String subject, String details) {
        audit.recordHere(caller.personId(), caller.displayName(), action, subject, details);
    }

    private <T> T change(Caller caller, UUID id, Function<GroupLine, T> change) {
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> change.apply(mine(caller, id)));
    }

    /** Gives it another name. */
    public void rename(Caller caller, UUID id, String name) {
        change(caller, id, group -> {
            checkName(name, group.schoolId(), id);
            dao.rename(id, name.strip());
            record(caller, "group.renamed", name.strip(), group.name());
            return id;
        });
    }

    /** Closes it: nobody is in it until it is opened again. */
    public void close(Caller caller, UUID id, boolean closed) {
        change(caller, id, group -> {
            if (!closed) {
                checkName(group.name(), group.schoolId(), id);
                grants.refuseTakingIn(caller, "GROUP:" + id);
            }
            dao.close(id, closed);
            record(caller, closed ? "group.closed" : "group.opened", group.name(), "");
            return id;
        });
    }

    /**
     * Takes people in, all of them or none.
     *
     * @param since first day, null: today
     * @param last last day, null for no end
     */
    public void addAll(Caller caller, UUID id, List<UUID> people, @Nullable LocalDate since, @Nullable LocalDate last) {
        LocalDate first = since == null ? LocalDate.now(Database.ZONE) : since;
        if (last != null && last.isBefore(first)) {
            throw new BadInput("fin", "Le dernier jour vient après le premier.");
        }
        change(caller, id, group -> {
            grants.refuseTakingIn(caller, "GROUP:" + id);
            for (UUID person : people) {
                String name = dao.nameOf(person)
                        .orElseThrow(() -> new BadInput("personne", "Choisissez une personne de la liste."));
                dao.add(id, person, first, last == null ? null : last.plusDays(1));
                record(caller, "group.joined", name, group.name());
            }
            return id;
        });
    }

    /** Takes somebody out, today. */
    public void end(Caller caller, UUID id, UUID person) {
        change(caller, id, group -> {
            if (dao.end(id, person) == 0) {
                throw new NotFoundException();
            }
            record(caller, "group.left", dao.nameOf(person).orElse(""), group.name());
            return id;
        });
    }
}
