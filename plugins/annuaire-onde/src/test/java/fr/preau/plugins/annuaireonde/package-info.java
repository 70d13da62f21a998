/**
 * Tests of the reader on files made in memory, and of the whole way from the files to a family's account on a real ENT.
 * All people in them are made up.
 */
@NullMarked
package fr.preau.plugins.annuaireonde;

import org.jspecify.annotations.NullMarked;
