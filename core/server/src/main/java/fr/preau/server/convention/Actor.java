package fr.preau.server.convention;

import fr.preau.api.Caller;
import fr.preau.server.audit.Audit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who changes something.
 *
 * @param personId the person, null for the server's operator on the command line
 * @param name the name that is kept
 */
public record Actor(@Nullable UUID personId, String name) {
    /** The server's operator. */
    public static final Actor OPERATOR = new Actor(null, Audit.OPERATOR);

    /** Who makes a request. */
    public static Actor of(Caller caller) {
        return new Actor(caller.personId(), caller.displayName());
    }
}
