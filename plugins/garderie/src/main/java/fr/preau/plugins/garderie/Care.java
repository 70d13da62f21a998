package fr.preau.plugins.garderie;

/**
 * What the family wants the team to know of a child.
 *
 * @param allergies allergies and what to do, 1000 characters at most
 * @param collectors who may come for the child, 1000 characters at most
 */
public record Care(String allergies, String collectors) {
    static final Care NOTHING = new Care("", "");
}
