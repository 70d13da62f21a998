/**
 * The canteen as JSON: all that pages do. Terms are the names of constants ({@code LAIT}); on the way in, SCDL's words
 * ({@code lait}) are taken too. Schools are named by their UAI.
 */
@NullMarked
package fr.preau.plugins.cantine.json;

import org.jspecify.annotations.NullMarked;
