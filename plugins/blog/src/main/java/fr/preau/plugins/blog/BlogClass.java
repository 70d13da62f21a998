package fr.preau.plugins.blog;

import java.util.UUID;

/**
 * A class whose blog a person reads. Immutable.
 *
 * @param id the class
 * @param name its name
 * @param schoolName its school's name
 * @param writes whether the person may write there
 * @param moderates whether the person moderates it
 * @param waiting how many posts and comments wait to be read again; 0 for who does not moderate
 */
public record BlogClass(UUID id, String name, String schoolName, boolean writes, boolean moderates, int waiting) {}
