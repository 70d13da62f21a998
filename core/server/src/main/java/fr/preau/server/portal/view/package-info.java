/**
 * What the portal's pages show, as plain records that the templates of {@code src/main/jte} take as {@code view}. They are
 * filled by the portal, hold only what a page prints, and never touch the database. All are immutable.
 *
 * <p>Texts in them are ready to print, in French, unless a component says that it is a key of
 * {@code messages_fr.properties}. Everything is escaped by the templates.
 */
@NullMarked
package fr.preau.server.portal.view;

import org.jspecify.annotations.NullMarked;
