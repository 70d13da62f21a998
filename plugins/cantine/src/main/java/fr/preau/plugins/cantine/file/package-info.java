/**
 * Files of menus: reading those that communes, caterers and open-data sites write (SCDL “menus-collectifs” in its versions
 * 0.9 to 1.2.3, spreadsheets with a line per dish or per day), and writing SCDL 1.2.3. Nothing here knows the database.
 * Bad content never throws: it becomes a problem located by file, line and column.
 */
@NullMarked
package fr.preau.plugins.cantine.file;

import org.jspecify.annotations.NullMarked;
