package fr.preau.server.access;

/**
 * A right's stable id.
 *
 * @param plugin the plugin that declares it; {@code preau} for the portal's own
 * @param name its short name there
 */
public record RightId(String plugin, String name) {
    /** The right to give roles, of the portal itself. */
    public static final RightId GIVE_ROLES = new RightId("preau", "give-roles");

    /**
     * Reads {@code cantine.publish}.
     *
     * @throws IllegalArgumentException if it is no right's id
     */
    public static RightId parse(String text) {
        int dot = text.indexOf('.');
        if (dot <= 0 || dot == text.length() - 1) {
            throw new IllegalArgumentException("no right: " + text);
        }
        return new RightId(text.substring(0, dot), text.substring(dot + 1));
    }

    /** Whether it is the portal's own: then no convention opens or closes it. */
    public boolean ofPortal() {
        return plugin.equals(GIVE_ROLES.plugin());
    }

    @Override
    public String toString() {
        return plugin + "." + name;
    }
}
