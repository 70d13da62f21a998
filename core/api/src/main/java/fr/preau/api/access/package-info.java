/** Who may do what. Deny by default: a route that names no right stops its plugin from starting. */
@NullMarked
package fr.preau.api.access;

import org.jspecify.annotations.NullMarked;
