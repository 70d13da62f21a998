package fr.preau.api.directory;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Look-ups in the directory of the caller's tenant, for a plugin to inject. Each call is one SQL statement on the plugin's
 * own connection, inside the request's transaction. Thread-safe.
 */
public interface Directory {
    /** The schools of the tenant, by name. */
    List<School> schools();

    /**
     * The classes a person has to do with this school year: attends, teaches, heads, or has a child in. By school, then
     * by level.
     */
    List<SchoolClass> classesOf(UUID personId);

    /** A class of the tenant. */
    Optional<SchoolClass> schoolClass(UUID classId);

    /** The pupils of a class now, by last name. */
    List<Person> pupilsOf(UUID classId);

    /** The children for whom this person holds parental authority, eldest first. */
    List<Person> childrenOf(UUID guardianId);

    /** A person of the tenant. */
    Optional<Person> person(UUID personId);
}
