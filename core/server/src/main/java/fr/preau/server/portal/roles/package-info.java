/** Roles: what they contain, who has them, what profiles hold, why somebody may; with an undo for each change. */
@NullMarked
package fr.preau.server.portal.roles;

import org.jspecify.annotations.NullMarked;
