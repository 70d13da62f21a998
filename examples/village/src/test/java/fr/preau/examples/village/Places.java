package fr.preau.examples.village;

import com.fasterxml.jackson.databind.ObjectMapper;
import fr.preau.api.Profile;
import fr.preau.server.account.Accounts;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Four classes: one's own, another of the school, one of another school of the ENT, one of another ENT; and what is in them. */
final class Places {
    private static final ObjectMapper json = new ObjectMapper();

    /** Where something is, as the callers see it. */
    enum Where {
        OWN_CLASS,
        OTHER_CLASS,
        OTHER_SCHOOL,
        OWN_PARTY,
        OTHER_PARTY,
        OTHER_TENANT;

        /** Where to try the ids of a class, of a pupil, of what is in a class. */
        static final List<Where> CLASSES = List.of(OWN_CLASS, OTHER_CLASS, OTHER_SCHOOL, OTHER_TENANT);
        /** Where to try the ids of the convention, as a delegate of the town sees them. */
        static final List<Where> PARTIES = List.of(OWN_PARTY, OTHER_PARTY, OTHER_TENANT);
    }

    /** What an id is the id of. */
    enum Kind {
        NONE,
        CLASS,
        PUPIL,
        POST,
        COMMENT,
        WORK,
        STOP,
        WAVE,
        PARTY,
        DELEGATE;

        List<Where> places() {
            return switch (this) {
                case NONE -> List.of(Where.OWN_CLASS);
                case CLASS, PUPIL, POST, COMMENT, WORK -> Where.CLASSES;
                case STOP, WAVE, PARTY, DELEGATE -> Where.PARTIES;
            };
        }
    }

    private record Room(UUID schoolClass, UUID pupil, Client teacher) {}

    private final Map<Where, Room> rooms = new EnumMap<>(Where.class);
    private final Map<String, String> known = new HashMap<>();
    private final ConventionRows convention;

    private Places(ConventionRows convention) {
        this.convention = convention;
    }

    static Places make(EntExtension ent) {
        Places places = new Places(new ConventionRows(ent));
        MadeUpSchool school = ent.school();
        MadeUpSchool other = ent.otherSchool();
        Tenants tenants = ent.server().get(Tenants.class);
        places.add(
                tenants,
                Where.OWN_CLASS,
                school.tenantId(),
                school.schoolId(),
                school.youngClass(),
                ent.as(school.teacher()));
        places.add(
                tenants,
                Where.OTHER_CLASS,
                school.tenantId(),
                school.schoolId(),
                school.oldClass(),
                ent.as(school.otherTeacher()));
        UUID second = tenants.addSchool(school.tenantId(), "0999903C", "École Voisine", "99901");
        UUID room = tenants.addClass(school.tenantId(), second, "CE1", "CE1");
        UUID id = tenants.addPerson(school.tenantId(), Profile.TEACHER, "Maé", "Voisine", "");
        tenants.addMember(school.tenantId(), id, second, room, "TEACHER");
        ent.server().get(Accounts.class).give(school.tenantId(), id, "mae.voisine", EntExtension.PASSWORD, false);
        ent.agree(school.tenantId());
        Client neighbour =
                ent.as(new SchoolPerson(school.tenantId(), id, Profile.TEACHER, "Maé Voisine", "mae.voisine"));
        places.add(tenants, Where.OTHER_SCHOOL, school.tenantId(), second, room, neighbour);
        places.add(
                tenants,
                Where.OTHER_TENANT,
                other.tenantId(),
                other.schoolId(),
                other.youngClass(),
                ent.as(other.teacher()));
        return places;
    }

    /** A pupil of its own, so that nobody who calls is suspended on the way. */
    private void add(Tenants tenants, Where where, int tenant, UUID school, UUID schoolClass, Client teacher) {
        UUID pupil = tenants.addPerson(tenant, Profile.PUPIL, "Eden", "Essai", "");
        tenants.addMember(tenant, pupil, school, schoolClass, "PUPIL");
        rooms.put(where, new Room(schoolClass, pupil, teacher));
    }

    /** The town's delegate, who calls. */
    Client delegate() {
        return convention.delegate();
    }

    /** A version of the convention; {@code fresh}: a new draft, since it may be changed. */
    int version(boolean fresh) {
        return fresh ? convention.draft() : 1;
    }

    /** So that an amendment can be begun. */
    void noOpenVersion() {
        convention.close();
    }

    /** An id; {@code fresh}: of something new, since it may be changed. */
    String id(Kind kind, Where where, boolean fresh) {
        if (Where.PARTIES.equals(kind.places())) {
            return fresh
                    ? convention.id(kind, where)
                    : known.computeIfAbsent(kind + " " + where, key -> convention.id(kind, where));
        }
        Room room = java.util.Objects.requireNonNull(rooms.get(where));
        return switch (kind) {
            case NONE -> new UUID(0, 9).toString();
            case CLASS -> room.schoolClass().toString();
            case PUPIL -> room.pupil().toString();
            case COMMENT -> fresh ? comment(room) : known.computeIfAbsent("comment " + where, key -> comment(room));
            case STOP, WAVE, PARTY, DELEGATE -> throw new AssertionError(kind);
            case POST -> fresh ? post(room) : known.computeIfAbsent("post " + where, key -> post(room));
            case WORK -> fresh ? work(room) : known.computeIfAbsent("work " + where, key -> work(room));
        };
    }

    private static String post(Room room) {
        return made(
                room.teacher(),
                "/apps/blog/api/posts",
                Map.of("classId", room.schoolClass(), "title", "Essai", "text", "Un billet d’essai."));
    }

    private static String comment(Room room) {
        return made(
                room.teacher(), "/apps/blog/api/posts/" + post(room) + "/comments", Map.of("text", "Un commentaire."));
    }

    private static String work(Room room) {
        LocalDate due = EntExtension.today().plusDays(2);
        while (due.getDayOfWeek() == DayOfWeek.SATURDAY || due.getDayOfWeek() == DayOfWeek.SUNDAY) {
            due = due.plusDays(1);
        }
        return made(
                room.teacher(),
                "/apps/cahier-de-textes/api/works",
                Map.of(
                        "classId",
                        room.schoolClass(),
                        "due",
                        due.toString(),
                        "subject",
                        "Essai",
                        "text",
                        "Un travail."));
    }

    private static String made(Client teacher, String path, Map<String, Object> body) {
        var answer = teacher.postJson(path, body);
        try {
            return json.readTree(answer.body()).path("id").asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
