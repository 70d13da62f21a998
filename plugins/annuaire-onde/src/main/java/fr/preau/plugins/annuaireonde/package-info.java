/**
 * Reads what a head of school exports from ONDE, or from BE1D before it: pupils, guardians and teachers, as CSV.
 *
 * <p>From bytes to people: {@code Decoder} (which characters), {@code CsvTable} (which cells), {@code ColumnTable} (which
 * file and which column, told from the headers; the words are in {@code columns.properties}), then one reader per file.
 * Nothing is kept here and nothing is compared with the directory: the host does that.
 */
@NullMarked
package fr.preau.plugins.annuaireonde;

import org.jspecify.annotations.NullMarked;
