/**
 * The console: people, classes, services, imports. Each query takes the caller and reaches no further than they do: an
 * administrator the whole tenant, a head their school, a teacher the pupils of their classes.
 */
@NullMarked
package fr.preau.server.portal.console;

import org.jspecify.annotations.NullMarked;
