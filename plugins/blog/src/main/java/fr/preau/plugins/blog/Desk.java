package fr.preau.plugins.blog;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's classes, and what follows for the blog's navigation. Immutable.
 *
 * @param classes the classes, by school and name
 */
public record Desk(List<BlogClass> classes) {

    /** Where the person may write. */
    public List<BlogClass> writable() {
        return classes.stream().filter(BlogClass::writes).toList();
    }

    /** Whether there is a class to write in. */
    public boolean writes() {
        return classes.stream().anyMatch(BlogClass::writes);
    }

    /** Whether there is a class to moderate. */
    public boolean moderates() {
        return classes.stream().anyMatch(BlogClass::moderates);
    }

    /** Posts and comments that wait for the person. */
    public int waiting() {
        return classes.stream().mapToInt(BlogClass::waiting).sum();
    }

    /** Whether names of classes need their school's beside them. */
    public boolean severalSchools() {
        return classes.stream().map(BlogClass::schoolName).distinct().count() > 1;
    }

    /** One of the classes. */
    public Optional<BlogClass> find(UUID classId) {
        return classes.stream().filter(c -> c.id().equals(classId)).findFirst();
    }
}
