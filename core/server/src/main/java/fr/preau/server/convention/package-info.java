/**
 * The convention between the school administration and the town, as agreed by the rectorat de Créteil and the mayors of
 * Île-de-France in 2011: who the parties are, what they agree on for each service, what they signed, in which schools and
 * when services begin, what either of them stopped. {@link fr.preau.server.convention.Openings} draws from it when a service
 * runs in a school; everything else asks that.
 */
@NullMarked
package fr.preau.server.convention;

import org.jspecify.annotations.NullMarked;
