/**
 * The plugin host. One boundary, used for all: each running plugin has its own class loader, injector, Jersey applications,
 * Jdbi and schema, held by one {@link fr.preau.server.plugin.RunningPlugin} whose {@code close} undoes them in reverse.
 */
@NullMarked
package fr.preau.server.plugin;

import org.jspecify.annotations.NullMarked;
