package fr.preau.server.portal.view;

/**
 * The way to a person's notices, on every page.
 *
 * @param unread how many they have not read
 * @param current whether the person is there
 */
public record Bell(int unread, boolean current) {
    /** As a page of that path shows it. */
    public static Bell of(int unread, String path) {
        return new Bell(unread, path.equals("/avis"));
    }

    /** The number as it fits into a header. */
    public String number() {
        return unread > 99 ? "99+" : Integer.toString(unread);
    }
}
