package fr.preau.server.access;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import fr.preau.api.web.BadInput;
import fr.preau.server.access.GrantsView.AdministratorLine;
import fr.preau.server.access.GrantsView.ProfileLine;
import fr.preau.server.access.PersonFacts.Slot;
import fr.preau.server.audit.Audit;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.db.Scope.Mode;
import fr.preau.server.http.Refused;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Roles, and who has them where and when. Changes of one ENT run one after the other, so that nobody gives what is just being
 * taken from them; each is one transaction, is kept, and can be undone. Thread-safe.
 */
@Singleton
public final class Grants {
    private final GrantsDao dao;
    private final Standings standings;
    private final Audit audit;
    private final Clock clock;

    @Inject
    Grants(Database database, Standings standings, Audit audit, Clock clock) {
        this.audit = audit;
        this.dao = database.core().dao(GrantsDao.class);
        this.standings = standings;
        this.clock = clock;
    }

    /** The roles of an ENT. */
    public List<RoleLine> roles(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::roles);
    }

    /** A role. */
    public Optional<RoleLine> role(int tenantId, UUID id) {
        return roles(tenantId).stream().filter(role -> role.id().equals(id)).findFirst();
    }

    /** The ids of the rights in a role. */
    public List<String> rightsOf(int tenantId, UUID role) {
        return Scope.in(tenantId, Mode.READ, () -> dao.rightsOf(role));
    }

    /** Who has a role. */
    public List<GrantLine> ofRole(int tenantId, UUID role) {
        return Scope.in(tenantId, Mode.READ, () -> dao.ofRole(role));
    }

    /** The roles of a person, their own and their groups'. */
    public List<GrantLine> ofPerson(int tenantId, UUID person) {
        return Scope.in(tenantId, Mode.READ, () -> dao.ofPerson(person));
    }

    /** The latest changes. */
    public List<ChangeLine> changes(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::changes);
    }

    /** Every right, and which profiles hold it. */
    public List<ProfileLine> profileRights(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::profileRights);
    }

    /** The administrators. */
    public List<AdministratorLine> administrators(int tenantId) {
        return Scope.in(tenantId, Mode.READ, dao::administrators);
    }

    private <T> T change(Caller caller, Supplier<T> change) {
        return Scope.in(caller.tenantId(), Mode.WRITE, () -> {
            dao.lock(caller.tenantId());
            return change.get();
        });
    }

    /** Who is asked for more than to give roles. The session may be older than the loss of the office. */
    private void requireAdministrator(Caller caller) {
        if (dao.administrators().stream().noneMatch(each -> each.id().equals(caller.personId()))) {
            throw new ForbiddenException();
        }
    }

    private void record(Caller caller, String kind, String subject, String words, String before, String after) {
        dao.record(caller.personId(), caller.displayName(), kind, subject, words, before, after);
        audit.recordHere(caller.personId(), caller.displayName(), "access." + named(kind), words, "");
    }

    private static String named(String kind) {
        return kind.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Makes a role. */
    public UUID makeRole(Caller caller, String name, String description, Collection<String> rights) {
        checkName(name, description);
        return change(caller, () -> {
            requireAdministrator(caller);
            UUID id = dao.makeRole(name.strip(), description.strip())
                    .orElseThrow(() -> new BadInput("nom", "Un rôle porte déjà ce nom."));
            dao.addRights(id, rights.toArray(String[]::new));
            record(caller, "ROLE_MADE", id.toString(), name.strip(), "", "");
            return id;
        });
    }

    private static void checkName(String name, String description) {
        if (name.isBlank() || name.length() > 80) {
            throw new BadInput("nom", "Donnez au rôle un nom de 80 caractères au plus.");
        }
        if (description.length() > 500) {
            throw new BadInput("description", "La description a 500 caractères au plus.");
        }
    }

    /** Changes a role: for everybody who has it, from the next request on. */
    public void changeRole(Caller caller, UUID id, String name, String description, Collection<String> rights) {
        checkName(name, description);
        change(caller, () -> {
            requireAdministrator(caller);
            String before = String.join(",", dao.rightsOf(id));
            if (dao.renameRole(id, name.strip(), description.strip()) == 0) {
                throw new BadInput("nom", "Un rôle porte déjà ce nom, ou ce rôle n’existe plus.");
            }
            dao.clearRights(id);
            dao.addRights(id, rights.toArray(String[]::new));
            String after = String.join(",", dao.rightsOf(id));
            if (!before.equals(after)) {
                record(caller, "ROLE_CHANGED", id.toString(), name.strip(), before, after);
            }
            return id;
        });
    }

    /** Removes a role: nobody has it any more. Its grants stay known. */
    public void removeRole(Caller caller, UUID id) {
        change(caller, () -> {
            requireAdministrator(caller);
            String name = dao.roles().stream()
                    .filter(role -> role.id().equals(id))
                    .map(RoleLine::name)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            dao.removeRole(id, true);
            record(caller, "ROLE_REMOVED", id.toString(), name, "", "");
            return id;
        });
    }

    /**
     * Gives a role.
     *
     * @throws Refused if the giver may not pass all of it on
     */
    public UUID give(Caller caller, Wanted wanted) {
        check(wanted);
        return change(caller, () -> {
            refuseMore(caller, wanted);
            UUID id = dao.give(
                    wanted.role(),
                    wanted.subject(),
                    wanted.scope(),
                    wanted.place(),
                    wanted.since(),
                    wanted.until(),
                    wanted.reason().strip(),
                    caller.personId(),
                    caller.displayName(),
                    caller.profile().name());
            for (Slot slot : wanted.slots()) {
                dao.addSlot(id, slot.day(), slot.begins(), slot.ends());
            }
            GrantLine line = dao.find(id).orElseThrow();
            record(caller, "GIVEN", id.toString(), words(line), "", "");
            return id;
        });
    }

    /**
     * Who takes somebody into a group hands on the roles that the group has. To be called in the change that does it, which this
     * puts in line with all changes of roles.
     *
     * @param subject the group: {@code GROUP:…}
     * @throws Refused if the caller may not pass all of them on
     */
    public void refuseTakingIn(Caller caller, String subject) {
        Scope.requireChange();
        dao.lock(caller.tenantId());
        for (GrantLine line : dao.ofSubject(subject)) {
            Wanted role = wanted(line);
            LocalDate today = LocalDate.now(clock);
            refuseMore(caller, role.since().isBefore(today) ? role.from(today) : role);
        }
    }

    private static String words(GrantLine line) {
        return line.role()
                + (line.person().isEmpty() ? "" : " · " + line.person())
                + (line.placeName().isEmpty() ? "" : " · " + line.placeName());
    }

    private void refuseMore(Caller caller, Wanted wanted) {
        Standing giver = standings.fresh(caller.tenantId(), caller.personId()).orElseThrow(ForbiddenException::new);
        World world = giver.world();
        TenantFacts.Role role = world.role(wanted.role());
        if (role == null || role.removed()) {
            throw new BadInput("role", "Choisissez un rôle de la liste.");
        }
        UUID place = wanted.place();
        if (place != null && world.nameOf(place).isEmpty()) {
            throw new BadInput("lieu", "Choisissez un périmètre de la liste.");
        }
        List<RightId> missing = Delegation.missing(giver, wanted, clock.instant());
        if (!missing.isEmpty()) {
            String labels = missing.stream()
                    .map(right -> {
                        TenantFacts.Right known = world.right(right);
                        return known == null ? right.toString() : known.label();
                    })
                    .collect(java.util.stream.Collectors.joining(", "));
            throw new Refused(List.of(
                    "Vous ne pouvez donner ou retirer que ce que vous avez reçu vous-même, à cet endroit, pour ces dates et "
                            + "ces heures. Il vous manque : " + labels + "."));
        }
    }

    private void check(Wanted wanted) {
        if (wanted.until() != null && !wanted.until().isAfter(wanted.since())) {
            throw new BadInput("fin", "Le rôle doit finir après avoir commencé.");
        }
        if (wanted.reason().length() > 300) {
            throw new BadInput("raison", "La raison a 300 caractères au plus.");
        }
        for (Slot slot : wanted.slots()) {
            if (!slot.begins().isBefore(slot.ends()) || slot.day() < 1 || slot.day() > 7) {
                throw new BadInput("creneau", "Un créneau finit après avoir commencé, le même jour.");
            }
        }
        if (!Set.of("TENANT", "SCHOOL", "CLASS", "GROUP").contains(wanted.scope())
                || wanted.scope().equals("TENANT") != (wanted.place() == null)) {
            throw new BadInput("lieu", "Choisissez un périmètre de la liste.");
        }
    }

    /** Takes a role back: who could give it can. */
    public void revoke(Caller caller, UUID id) {
        change(caller, () -> {
            GrantLine line = dao.find(id)
                    .filter(each -> each.revokedAt() == null && each.roleId() != null)
                    .orElseThrow(NotFoundException::new);
            refuseMore(caller, wanted(line));
            dao.revoke(id, true, caller.displayName());
            record(caller, "REVOKED", id.toString(), words(line), "", "");
            return id;
        });
    }

    private Wanted wanted(GrantLine line) {
        return new Wanted(
                java.util.Objects.requireNonNull(line.roleId()),
                line.subject(),
                line.scope(),
                line.place(),
                line.since(),
                line.until(),
                line.slots().stream().map(Grants::slot).toList(),
                "");
    }

    private static Slot slot(String text) {
        String[] parts = text.split(" ", -1);
        return new Slot(
                Integer.parseInt(parts[0]), java.time.LocalTime.parse(parts[1]), java.time.LocalTime.parse(parts[2]));
    }

    /**
     * Says which profiles hold a right.
     *
     * @param holders the profiles; null: as its plugin has it
     * @param minAge from which age pupils do, null for no limit
     */
    public void setProfiles(
            Caller caller, RightId right, @Nullable Collection<Profile> holders, @Nullable Integer minAge) {
        if (minAge != null && (minAge < 1 || minAge > 17)) {
            throw new BadInput("age", "L’âge est un nombre de 1 à 17.");
        }
        change(caller, () -> {
            requireAdministrator(caller);
            String label = dao.profileRights().stream()
                    .filter(each ->
                            each.plugin().equals(right.plugin()) && each.name().equals(right.name()))
                    .map(ProfileLine::label)
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            String before = dao.profileState(right.plugin(), right.name());
            dao.writeProfiles(right, holders, minAge);
            record(caller, "PROFILE", right.toString(), label, before, dao.profileState(right.plugin(), right.name()));
            return right;
        });
    }

    /** Makes somebody an administrator. */
    public void addAdministrator(Caller caller, UUID person) {
        change(caller, () -> {
            requireAdministrator(caller);
            if (dao.addAdministrator(person) == 0) {
                throw new BadInput(
                        "personne", "Cette personne administre déjà l’espace, ou ne peut pas l’administrer.");
            }
            record(
                    caller,
                    "ADMINISTRATOR_ADDED",
                    person.toString(),
                    dao.nameOf(person).orElse(""),
                    "",
                    "");
            return person;
        });
    }

    /** Ends that; never for the last one who can sign in. */
    public void removeAdministrator(Caller caller, UUID person) {
        change(caller, () -> {
            requireAdministrator(caller);
            if (dao.removeAdministrator(person) == 0) {
                throw new BadInput(
                        "personne",
                        "L’espace garde toujours une personne qui l’administre : nommez-en une autre d’abord.");
            }
            record(
                    caller,
                    "ADMINISTRATOR_REMOVED",
                    person.toString(),
                    dao.nameOf(person).orElse(""),
                    "",
                    "");
            return person;
        });
    }

    /**
     * Undoes a change, if nothing has changed it since and the caller could have made the contrary change.
     *
     * @throws BadInput if it was overtaken
     */
    public void undo(Caller caller, UUID changeId) {
        change(caller, () -> {
            ChangeLine line = dao.change(changeId).orElseThrow(NotFoundException::new);
            if (line.undoneAt() != null || !undo(caller, line)) {
                throw new BadInput("", "Ce changement n’est plus le dernier mot : quelque chose a changé depuis.");
            }
            dao.undone(changeId, caller.displayName());
            audit.recordHere(
                    caller.personId(), caller.displayName(), "access.undo-" + named(line.kind()), line.words(), "");
            return changeId;
        });
    }

    private boolean undo(Caller caller, ChangeLine line) {
        if (!line.kind().equals("GIVEN") && !line.kind().equals("REVOKED")) {
            requireAdministrator(caller);
        }
        return switch (line.kind()) {
            case "GIVEN", "REVOKED" -> {
                UUID id = UUID.fromString(line.subject());
                refuseMore(caller, wanted(dao.find(id).orElseThrow(NotFoundException::new)));
                yield dao.revoke(id, line.kind().equals("GIVEN"), caller.displayName()) > 0;
            }
            case "ROLE_MADE", "ROLE_REMOVED" ->
                dao.removeRole(UUID.fromString(line.subject()), line.kind().equals("ROLE_MADE")) > 0;
            case "ROLE_CHANGED" -> {
                UUID id = UUID.fromString(line.subject());
                boolean last = same(String.join(",", dao.rightsOf(id)), line.after());
                if (last) {
                    dao.clearRights(id);
                    dao.addRights(id, line.before().split(",", -1));
                }
                yield last;
            }
            case "PROFILE" -> undoProfile(line);
            case "ADMINISTRATOR_ADDED" -> dao.removeAdministrator(UUID.fromString(line.subject())) > 0;
            default -> dao.addAdministrator(UUID.fromString(line.subject())) > 0;
        };
    }

    private static boolean same(String one, String other) {
        return new TreeSet<>(Arrays.asList(one.split(",", -1)))
                .equals(new TreeSet<>(Arrays.asList(other.split(",", -1))));
    }

    private boolean undoProfile(ChangeLine line) {
        RightId right = RightId.parse(line.subject());
        if (!dao.profileState(right.plugin(), right.name()).equals(line.after())) {
            return false;
        }
        dao.clearProfiles(right.plugin(), right.name());
        for (String part : line.before().split(",", -1)) {
            if (!part.isEmpty()) {
                String[] words = part.split(" ", -1);
                dao.addProfile(
                        words[0],
                        right.plugin(),
                        right.name(),
                        Boolean.parseBoolean(words[1]),
                        words[2].equals("-") ? null : Integer.valueOf(words[2]));
            }
        }
        return true;
    }
}
