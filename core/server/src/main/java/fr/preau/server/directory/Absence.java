package fr.preau.server.directory;

/**
 * Someone whom this source had given, and whom its files no longer name. Immutable.
 *
 * @param subject what is absent: a pupil, a teacher, or a family tie
 * @param who the person's name
 * @param about where the person was: “CE1”; for a tie, “responsable de Zoé Oeuvrard”
 * @param ended whether the plan ends it; if not, nothing changes for this person
 */
public record Absence(Change.Subject subject, String who, String about, boolean ended) {}
