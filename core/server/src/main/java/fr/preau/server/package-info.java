/** The server: start, wire, stop. {@link fr.preau.server.Ent} is also how an integrator embeds an ENT. */
@NullMarked
package fr.preau.server;

import org.jspecify.annotations.NullMarked;
