package fr.preau.server.access;

import fr.preau.api.Caller;
import fr.preau.api.Profile;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** Who may use a route of the core. A route without it is refused to everybody. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Needs {
    /** Who: one of these. */
    Who[] value();

    /** The kinds of people that the core itself tells apart. Which people they reach is each query's business. */
    enum Who {
        /** Anybody, signed in or not. */
        ANYBODY,
        /** Whoever is signed in. */
        SIGNED_IN,
        /** Teachers, heads and administrators. */
        TEACHERS,
        /** Heads and administrators. */
        HEADS,
        /** Who acts for a party of the convention: asked of the caller's {@link Standing}. For which party is each change's business. */
        DELEGATES,
        /** Administrators of the tenant. */
        ADMINISTRATORS;

        /** Whether a person is one, as far as the caller says it: of delegates it does not. */
        public boolean includes(@Nullable Caller caller) {
            if (this == ANYBODY) {
                return true;
            }
            if (caller == null) {
                return false;
            }
            return switch (this) {
                case ANYBODY, SIGNED_IN -> true;
                case TEACHERS -> caller.administrator() || caller.is(Profile.HEAD, Profile.TEACHER);
                case HEADS -> caller.administrator() || caller.is(Profile.HEAD);
                case ADMINISTRATORS -> caller.administrator();
                case DELEGATES -> false;
            };
        }
    }
}
