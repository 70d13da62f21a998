package fr.preau.server.charter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** For whom a charter is written. Which one a person belongs to is said by {@code core.charter_standing} alone. */
public enum Audience {
    /** Pupils who read little: pictures, few words, read aloud. */
    YOUNG_PUPIL("jeunes-eleves", "smile", "camera-off", "key-round", "life-buoy", "sun"),
    /** The other pupils. */
    PUPIL("eleves", "hand-heart", "message-circle-heart", "camera-off", "key-round", "life-buoy"),
    /** Guardians. */
    GUARDIAN("parents", "users", "message-circle-heart", "camera-off", "key-round", "scale"),
    /** Teachers, heads, school staff, inspectors. */
    SCHOOL("ecole", "briefcase", "message-circle-heart", "camera-off", "key-round", "scale"),
    /** Municipal staff. */
    TOWN("mairie", "briefcase", "message-circle-heart", "camera-off", "key-round", "scale"),
    /** Guests. */
    GUEST("invites", "handshake", "message-circle-heart", "camera-off", "key-round", "scale");

    private final String slug;
    private final List<String> icons;

    Audience(String slug, String... icons) {
        this.slug = slug;
        this.icons = List.of(icons);
    }

    /** The audience of that address. */
    public static Optional<Audience> of(String slug) {
        return Arrays.stream(values())
                .filter(audience -> audience.slug.equals(slug))
                .findFirst();
    }

    /** Its name in addresses. */
    public String slug() {
        return slug;
    }

    /** The icons of the built-in articles; their number is the number of articles. */
    List<String> icons() {
        return icons;
    }

    /** The prefix of its keys in the bundle: {@code charter.young_pupil}. */
    public String key() {
        return "charter." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether to say “tu”. */
    public boolean isChild() {
        return this == YOUNG_PUPIL || this == PUPIL;
    }

    /** Whether pictures come first. */
    public boolean isYoung() {
        return this == YOUNG_PUPIL;
    }
}
