package fr.preau.api.directory;

import java.util.UUID;

/**
 * A school.
 *
 * @param id its id
 * @param uai its number in the national register (unité administrative immatriculée): seven digits and a letter
 * @param name its name
 * @param commune the name of its commune
 */
public record School(UUID id, String uai, String name, String commune) {}
