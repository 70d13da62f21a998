package fr.preau.server.portal.view;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * {@code console/shop.jte}: the services that can be had. Posts to {@code /console/magasin/actualiser}.
 *
 * @param repositories where from
 */
public record Shop(List<Repository> repositories) {

    /** How an offer stands to what is here. */
    public enum State {
        /** It is not here. */
        NEW(""),
        /** It is here in this version. */
        HERE("done"),
        /** It is here in an older version. */
        UPGRADE("wait"),
        /** It is here in a newer version. */
        BEHIND("");

        private final String cssClass;

        State(String cssClass) {
            this.cssClass = cssClass;
        }

        /** The class of its tag. */
        public String cssClass() {
            return cssClass;
        }

        /** The key of its label. */
        public String key() {
            return "shop.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A repository.
     *
     * @param name what people call it
     * @param signer who signs it, empty in development
     * @param readAt when it was last read
     * @param fault why it can't be read now, empty if it can
     * @param items by title
     */
    public record Repository(String name, String signer, Instant readAt, String fault, List<Item> items) {}

    /**
     * A service.
     *
     * @param href its page
     * @param title its title
     * @param icon its icon
     * @param description one sentence, may be empty
     * @param version the newest
     * @param here the version that is here, empty if none
     * @param state how they stand
     */
    public record Item(
            String href, String title, String icon, String description, String version, String here, State state) {}
}
