/**
 * Who may do what, and why. Facts about a tenant and a person are read in one statement and remembered until the tenant's
 * access version changes ({@link fr.preau.server.access.Standings}); {@link fr.preau.server.access.Standing} decides from them, and
 * the same decision explains itself. The views {@code ent.class_right}, {@code ent.school_right} and {@code ent.resource_right} say
 * the same in SQL, for lists. Deny by default.
 */
@NullMarked
package fr.preau.server.access;

import org.jspecify.annotations.NullMarked;
