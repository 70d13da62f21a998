package fr.preau.server.portal.view;

import fr.preau.api.Profile;
import java.util.List;
import java.util.Locale;

/**
 * {@code charter.jte}: shown at the first sign-in, and when its version grows; posts {@code version} and {@code suite} to
 * {@code /charte}. The text is in the bundle, by audience.
 *
 * @param audience for whom it is written
 * @param version the version accepted
 * @param next local path to go to afterwards, empty for home
 */
public record Charter(Audience audience, int version, String next) {

    /** Three texts: each says the same in its reader's words. */
    public enum Audience {
        /** Pupils: short, “tu”, a picture for each point. */
        PUPIL("hand-heart", "message-circle-heart", "camera-off", "key-round", "life-buoy"),
        /** Guardians. */
        GUARDIAN("users", "message-circle-heart", "camera-off", "key-round", "scale"),
        /** All who work for the school or the town. */
        STAFF("briefcase", "message-circle-heart", "camera-off", "key-round", "scale");

        private final List<String> icons;

        Audience(String... icons) {
            this.icons = List.of(icons);
        }

        /** The text for a profile. */
        public static Audience of(Profile profile) {
            return switch (profile) {
                case PUPIL -> PUPIL;
                case GUARDIAN, GUEST -> GUARDIAN;
                default -> STAFF;
            };
        }

        /** One icon a section; their number is the number of sections. */
        public List<String> icons() {
            return icons;
        }

        /** The prefix of its keys: {@code charter.pupil}. */
        public String key() {
            return "charter." + name().toLowerCase(Locale.ROOT);
        }
    }
}
