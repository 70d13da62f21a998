package fr.preau.plugins.cantine.menu;

/**
 * What a publication did, in days.
 *
 * @param published shown for the first time
 * @param modified shown anew, with the date of the change
 * @param withdrawn emptied: families see nothing there any more
 */
public record Publication(int published, int modified, int withdrawn) {
    /** All of them. */
    public int total() {
        return published + modified + withdrawn;
    }
}
