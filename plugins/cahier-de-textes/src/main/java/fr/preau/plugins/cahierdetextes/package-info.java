/**
 * The cahier de textes: a teacher gives a class work for a day and a subject, pupils and their guardians see it by day,
 * pupils tick what is done.
 *
 * <p>{@link fr.preau.plugins.cahierdetextes.CahierDeTextesPlugin} says what there is. Pages and JSON are two faces of
 * {@link fr.preau.plugins.cahierdetextes.Works}, which holds the rules; {@link
 * fr.preau.plugins.cahierdetextes.WorkDao} holds the SQL, and with it who sees which row.
 */
@NullMarked
package fr.preau.plugins.cahierdetextes;

import org.jspecify.annotations.NullMarked;
