/**
 * Groups made by hand: a chess club, the parents who drive, the team of the evening. Roles are given to them and things are shared
 * with them as with the groups that compute themselves. Members have dates and are ended, never deleted.
 */
@NullMarked
package fr.preau.server.portal.groups;

import org.jspecify.annotations.NullMarked;
