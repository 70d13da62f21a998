package fr.preau.server.portal.view;

import fr.preau.server.charter.CharterVersion;
import fr.preau.server.charter.Comparison;

/**
 * {@code console/charter-compare.jte}: a draft beside what is in force.
 *
 * @param before what is in force
 * @param after the draft
 * @param comparison article by article
 */
public record CharterComparison(CharterVersion before, CharterVersion after, Comparison comparison) {}
