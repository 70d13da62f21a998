/**
 * Schools, classes, people and family ties, as a plugin sees them: never more than the caller's tenant.
 *
 * <p>In SQL the same is offered as views of the schema {@code ent}, to join to; {@code plugins/README.md} lists them.
 */
@NullMarked
package fr.preau.api.directory;

import org.jspecify.annotations.NullMarked;
