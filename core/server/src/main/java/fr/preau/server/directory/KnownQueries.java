package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading;
import fr.preau.api.directory.DirectoryReading.Address;
import fr.preau.api.directory.DirectoryReading.Name;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Loads {@link Known} in seven statements, whatever the size of the school. Names are compared here and not in SQL, which
 * knows no accents without an extension; so the third statement reads the names of all the tenant's people and keeps few.
 */
final class KnownQueries {
    private static final String RELATED = """
            select person_id from core.membership where school_id = :school
            union
            select g.guardian_id from core.guardianship g
            join core.membership m on m.tenant_id = g.tenant_id and m.person_id = g.pupil_id
            where m.school_id = :school""";

    private static final String PEOPLE = """
            select id, profile, civility, last_name, usual_name, first_name, birth_date, sex, ine, email, phones,
                photo_consent
            from core.person
            where profile in ('PUPIL', 'GUARDIAN', 'TEACHER', 'HEAD', 'SCHOOL_STAFF')
            order by created_at, id""";

    private static final String MEMBERSHIPS = """
            select m.id, m.person_id, m.role, m.school_id, s.name as school_name, m.class_id,
                coalesce(c.name, '') as class_name, c.school_year, m.since,
                m.until is not null and m.until <= :day as ended, m.source
            from core.membership m
            join core.school s on s.tenant_id = m.tenant_id and s.id = m.school_id
            left join core.class c on c.tenant_id = m.tenant_id and c.id = m.class_id
            where m.person_id = any(:people)
            order by m.since, m.id""";

    private static final String TIES = """
            select guardian_id, pupil_id, since, until, until is not null and until <= :day as ended, source
            from core.guardianship
            where pupil_id = any(:people) or guardian_id = any(:people)
            order by since, guardian_id, pupil_id""";

    private final Handle handle;
    private final ImportRequest request;

    private KnownQueries(Handle handle, ImportRequest request) {
        this.handle = handle;
        this.request = request;
    }

    /** Loads what an import needs to know; empty if the tenant has no such school. */
    static Optional<Known> load(Handle handle, ImportRequest request) {
        return new KnownQueries(handle, request).load();
    }

    private Optional<Known> load() {
        Optional<Known.School> found = handle.createQuery("select id, name from core.school where uai = :uai")
                .bind("uai", request.uai())
                .map((row, context) -> new Known.School(uuid(row, "id"), row.getString("name")))
                .findOne();
        return found.map(school -> {
            Map<UUID, PersonState> people = people(school);
            UUID[] ids = people.keySet().toArray(new UUID[0]);
            addresses(ids, people);
            return new Known(school, classes(school), people.values(), memberships(ids), ties(ids));
        });
    }

    private List<Known.SchoolClass> classes(Known.School school) {
        return handle.createQuery("select id, name, level, external_id from core.class"
                        + " where school_id = :school and school_year = :year order by name, id")
                .bind("school", school.id())
                .bind("year", SchoolYear.of(request.day()).start())
                .map((row, context) -> new Known.SchoolClass(
                        uuid(row, "id"), row.getString("name"), row.getString("level"), row.getString("external_id")))
                .list();
    }

    /** Those of the school, and those elsewhere in the tenant who bear a name, an INE or an e-mail of the files. */
    private Map<UUID, PersonState> people(Known.School school) {
        Set<UUID> related = new HashSet<>(handle.createQuery(RELATED)
                .bind("school", school.id())
                .mapTo(UUID.class)
                .list());
        Wanted wanted = Wanted.of(request.reading());
        Map<UUID, PersonState> people = new LinkedHashMap<>();
        handle.createQuery(PEOPLE).map((row, context) -> person(row, related, wanted)).stream()
                .flatMap(Optional::stream)
                .forEach(person -> people.put(person.id(), person));
        return people;
    }

    private static Optional<PersonState> person(ResultSet row, Set<UUID> related, Wanted wanted) throws SQLException {
        UUID id = uuid(row, "id");
        Name name = new Name(row.getString("last_name"), row.getString("usual_name"), row.getString("first_name"));
        String ine = row.getString("ine");
        String email = row.getString("email");
        if (!related.contains(id) && !wanted.has(name, ine, email)) {
            return Optional.empty();
        }
        return Optional.of(new PersonState(
                id,
                Profile.valueOf(row.getString("profile")),
                row.getString("civility"),
                name,
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                ine,
                email,
                strings(row.getArray("phones")),
                (Boolean) row.getObject("photo_consent"),
                List.of()));
    }

    private void addresses(UUID[] ids, Map<UUID, PersonState> people) {
        Map<UUID, List<Address>> addresses = new HashMap<>();
        handle.createQuery("select person_id, street, postcode, town, country from core.address"
                        + " where person_id = any(:people) order by person_id, rank")
                .bind("people", ids)
                .map((row, context) -> addresses
                        .computeIfAbsent(uuid(row, "person_id"), id -> new ArrayList<>())
                        .add(new Address(
                                row.getString("street"),
                                row.getString("postcode"),
                                row.getString("town"),
                                row.getString("country"))))
                .list();
        addresses.forEach((id, list) -> people.computeIfPresent(id, (same, person) -> person.with(list)));
    }

    private List<Known.Membership> memberships(UUID[] ids) {
        return handle.createQuery(MEMBERSHIPS)
                .bind("people", ids)
                .bind("day", request.day())
                .map((row, context) -> {
                    int year = row.getInt("school_year");
                    return new Known.Membership(
                            uuid(row, "id"),
                            uuid(row, "person_id"),
                            Role.valueOf(row.getString("role")),
                            uuid(row, "school_id"),
                            row.getString("school_name"),
                            row.getObject("class_id", UUID.class),
                            row.getString("class_name"),
                            year > 0 ? new SchoolYear(year) : SchoolYear.of(row.getObject("since", LocalDate.class)),
                            row.getBoolean("ended"),
                            row.getString("source"));
                })
                .list();
    }

    private List<Known.Tie> ties(UUID[] ids) {
        return handle.createQuery(TIES)
                .bind("people", ids)
                .bind("day", request.day())
                .map((row, context) -> new Known.Tie(
                        uuid(row, "guardian_id"),
                        uuid(row, "pupil_id"),
                        row.getObject("since", LocalDate.class),
                        row.getObject("until", LocalDate.class),
                        row.getBoolean("ended"),
                        row.getString("source")))
                .list();
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static List<String> strings(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    /**
     * What the files name people by.
     *
     * @param names their names
     * @param ines their national numbers
     * @param emails their e-mails
     */
    private record Wanted(Set<NameKey> names, Set<String> ines, Set<String> emails) {
        static Wanted of(DirectoryReading reading) {
            Wanted wanted = new Wanted(new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (var pupil : orNone(reading.pupils())) {
                wanted.names.addAll(NameKey.of(pupil.name()));
                wanted.ines.add(pupil.ine());
            }
            for (var guardian : orNone(reading.guardians())) {
                wanted.names.addAll(NameKey.of(guardian.name()));
            }
            for (var teacher : orNone(reading.teachers())) {
                wanted.names.addAll(NameKey.of(teacher.name()));
                wanted.emails.add(ContactKeys.email(teacher.email()));
            }
            return wanted;
        }

        private static <T> Collection<T> orNone(@Nullable List<T> list) {
            return list == null ? List.of() : list;
        }

        boolean has(Name name, String ine, String email) {
            return (!ine.isEmpty() && ines.contains(ine))
                    || (!email.isEmpty() && emails.contains(ContactKeys.email(email)))
                    || NameKey.of(name).stream().anyMatch(names::contains);
        }
    }
}
