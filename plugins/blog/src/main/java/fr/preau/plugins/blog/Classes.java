package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The classes whose blogs the caller reads. Thread-safe. */
@Singleton
public final class Classes {

    private final ClassDao classes;

    @Inject
    Classes(ClassDao classes) {
        this.classes = classes;
    }

    /** The caller's classes, in one statement. */
    Desk of(Caller caller) {
        return new Desk(classes.ofPerson(caller.personId()));
    }

    /** Whether the caller has to do with a class. */
    boolean reads(Caller caller, UUID classId) {
        return classes.reads(classId, caller.personId());
    }
}
