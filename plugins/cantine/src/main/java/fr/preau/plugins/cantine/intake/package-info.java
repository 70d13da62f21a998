/**
 * Importing files of menus: whose menus they are, what would change against what is kept, then writing it. What a file does
 * not say stays as it is; the same file twice changes nothing.
 */
@NullMarked
package fr.preau.plugins.cantine.intake;

import org.jspecify.annotations.NullMarked;
