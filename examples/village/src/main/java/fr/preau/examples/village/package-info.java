/** The ENT of Saint-Préau, a village that doesn't exist: a complete demo, and how an integrator embeds an ENT. */
@NullMarked
package fr.preau.examples.village;

import org.jspecify.annotations.NullMarked;
