package fr.preau.server.portal.view;

/**
 * A guardian's child.
 *
 * @param name first name
 * @param className the class's label, empty if in none
 * @param schoolName the school's name, empty if in none
 * @param waiting whether the child's charter waits for this guardian
 */
public record ChildView(String name, String className, String schoolName, boolean waiting) {
    /** The letter for the avatar. */
    public String initials() {
        return Initials.of(name);
    }
}
