package fr.preau.server.plugin;

import fr.preau.api.Profile;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.Person;
import fr.preau.api.directory.School;
import fr.preau.api.directory.SchoolClass;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** The directory for one plugin, read through the views of {@code ent} on the plugin's own connection. Thread-safe. */
final class EntDirectory implements Directory {
    private static final String CLASSES = "select c.id, c.school_id, c.school_name, c.name, c.level from ent.class c ";
    private static final String PEOPLE = "select p.id, p.profile, p.first_name, p.last_name from ent.person p ";
    private static final RowMapper<SchoolClass> classMapper = (row, context) -> new SchoolClass(
            row.getObject(1, UUID.class),
            row.getObject(2, UUID.class),
            row.getString(3),
            row.getString(4),
            row.getString(5));
    private static final RowMapper<Person> personMapper = (row, context) -> new Person(
            row.getObject(1, UUID.class), Profile.valueOf(row.getString(2)), row.getString(3), row.getString(4));

    private final Jdbi jdbi;

    EntDirectory(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<School> schools() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, uai, name, commune from ent.school order by name")
                .map((row, context) ->
                        new School(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    @Override
    public List<SchoolClass> classesOf(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(CLASSES
                        + "where c.id in (select class_id from ent.class_reader where person_id = :person) "
                        + "order by c.school_name, c.level, c.name")
                .bind("person", personId)
                .map(classMapper)
                .list());
    }

    @Override
    public Optional<SchoolClass> schoolClass(UUID classId) {
        return jdbi.withHandle(handle -> handle.createQuery(CLASSES + "where c.id = :id")
                .bind("id", classId)
                .map(classMapper)
                .findOne());
    }

    @Override
    public List<Person> pupilsOf(UUID classId) {
        return jdbi.withHandle(handle -> handle.createQuery(PEOPLE
                        + "join ent.membership m on m.person_id = p.id "
                        + "where m.class_id = :class and m.role = 'PUPIL' order by p.last_name, p.first_name")
                .bind("class", classId)
                .map(personMapper)
                .list());
    }

    @Override
    public List<Person> childrenOf(UUID guardianId) {
        return jdbi.withHandle(handle -> handle.createQuery(PEOPLE
                        + "join ent.guardianship g on g.pupil_id = p.id "
                        + "where g.guardian_id = :guardian order by p.birth_date nulls last, p.first_name")
                .bind("guardian", guardianId)
                .map(personMapper)
                .list());
    }

    @Override
    public Optional<Person> person(UUID personId) {
        return jdbi.withHandle(handle -> handle.createQuery(PEOPLE + "where p.id = :id")
                .bind("id", personId)
                .map(personMapper)
                .findOne());
    }
}
