package fr.preau.server.portal.view;

import java.util.List;
import java.util.Locale;

/**
 * {@code console/plugins.jte}: the plugins, “services” to people. Posts to {@code /console/services/{id}/demarrer} and
 * {@code /console/services/{id}/arreter}.
 *
 * @param services by title
 */
public record ServiceList(List<Service> services) {

    /** Whether a plugin serves. */
    public enum State {
        /** It serves. */
        RUNNING("done"),
        /** It was stopped by hand. */
        STOPPED(""),
        /** It should serve and does not. */
        FAILED("stop");

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
            return "service.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One plugin.
     *
     * @param id its id
     * @param title the launcher's title, or the id
     * @param version its version
     * @param description one sentence
     * @param icon the launcher's icon, {@code puzzle} if it has none
     * @param hueClass its colour, empty if none
     * @param state whether it serves
     * @param faults why it does not, one a line; empty unless failed
     * @param authority who signs for it, in words
     * @param rights its rights
     * @param kept what it keeps about people
     */
    public record Service(
            String id,
            String title,
            String version,
            String description,
            String icon,
            String hueClass,
            State state,
            List<String> faults,
            String authority,
            List<Right> rights,
            List<Kept> kept) {}

    /**
     * A right.
     *
     * @param id its id, for the link to who holds it
     * @param label what it allows
     * @param holders who holds it, in words: “enseignants, directeurs”
     */
    public record Right(String id, String label, String holders) {}

    /**
     * What is kept about people.
     *
     * @param what the data
     * @param purpose what for
     * @param retention how long
     */
    public record Kept(String what, String purpose, String retention) {}
}
