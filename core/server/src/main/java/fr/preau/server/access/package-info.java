/** Who may use the core's own routes. Rights of plugins are checked by the plugin host; the decision engine comes here. */
@NullMarked
package fr.preau.server.access;

import org.jspecify.annotations.NullMarked;
