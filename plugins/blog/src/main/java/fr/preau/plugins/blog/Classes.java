package fr.preau.plugins.blog;

import fr.preau.api.Caller;
import fr.preau.api.access.Access;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.UUID;

/** The classes whose blogs the caller reads. Thread-safe. */
@Singleton
public final class Classes {

    private final ClassDao classes;
    private final Access access;

    @Inject
    Classes(ClassDao classes, Access access) {
        this.classes = classes;
        this.access = access;
    }

    /** The caller's classes, in one statement. */
    Desk of(Caller caller) {
        return new Desk(classes.ofPerson(
                caller.personId(), access.may(caller, "write"), access.may(caller, BlogPlugin.MODERATE)));
    }

    /** Whether the caller has to do with a class. */
    boolean reads(Caller caller, UUID classId) {
        return classes.reads(classId, caller.personId());
    }
}
