package fr.preau.server.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/** Random secrets and their hashes. Thread-safe. */
public final class Secrets {
    /** No 0 O 1 I L: what is read aloud or copied from paper must not be mistaken. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int CODE_LENGTH = 12;
    private static final SecureRandom random = new SecureRandom();

    private Secrets() {}

    /** A session token: 256 bits, for a cookie. */
    static String token() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** An activation code: 12 characters out of 31, 59 bits. */
    static String code() {
        return draw(CODE_LENGTH);
    }

    /** A password for a pupil, to be written on a slip: 8 characters, changed at first sign-in. */
    static String temporaryPassword() {
        return draw(8).toLowerCase(Locale.ROOT);
    }

    private static String draw(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** A code as typed, with what people add or mistake taken away: blanks, dashes, lower case. */
    static String normalised(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }

    /** SHA-256: enough for secrets that are long and random. */
    static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
