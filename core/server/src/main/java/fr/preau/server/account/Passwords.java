package fr.preau.server.account;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Passwords, hashed with Argon2id at OWASP's settings (19 MiB, two passes, one lane): about 50 ms each. Thread-safe.
 */
public final class Passwords {
    /** Shortest for grown-ups: length counts, not symbols (CNIL, recommandation 2022-100). */
    static final int ADULT_LENGTH = 12;

    /** Shortest for pupils, who type it with two fingers; sign-in is slowed down after a few failures. */
    static final int PUPIL_LENGTH = 6;

    private static final int LONGEST = 200;
    private static final Argon2Function argon2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID);
    private static final String NOBODYS = hash("personne n’a ce mot de passe");

    private Passwords() {}

    /** The hash to keep, with its settings and salt. */
    public static String hash(String password) {
        return Password.hash(password).addRandomSalt(16).with(argon2).getResult();
    }

    /** Whether it is the right one. */
    static boolean matches(String password, String hash) {
        return password.length() <= LONGEST
                && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
    }

    /** Takes as long as {@link #matches}, so that an unknown login can't be told by the clock. */
    static void matchNobody(String password) {
        if (matches(password, NOBODYS)) {
            throw new IllegalStateException("this password belongs to nobody");
        }
    }

    /** What is wrong with a new password typed twice: keys of the bundle by field; empty if nothing is. */
    static Map<String, String> faults(String password, String repeated, String login, boolean child) {
        Map<String, String> faults = new LinkedHashMap<>();
        fault(password, login, child).ifPresent(fault -> faults.put("password", "password.error." + fault));
        if (!password.equals(repeated)) {
            faults.put("password2", "password.error.repeat");
        }
        return faults;
    }

    /** What is wrong with a new password, as a key of {@code password.error.*}; empty if nothing is. */
    static Optional<String> fault(String password, String login, boolean child) {
        int shortest = child ? PUPIL_LENGTH : ADULT_LENGTH;
        if (password.length() < shortest) {
            return Optional.of(child ? "short-child" : "short");
        }
        if (password.length() > LONGEST) {
            return Optional.of("long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(login.toLowerCase(Locale.ROOT))
                || lower.chars().distinct().count() < 4) {
            return Optional.of("easy");
        }
        return Optional.empty();
    }
}
