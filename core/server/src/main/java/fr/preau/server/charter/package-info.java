/**
 * The charter: what each audience is asked to accept, who accepted which version, for whom guardians accept, and how far a
 * tenant is. Decision record 0008.
 */
@NullMarked
package fr.preau.server.charter;

import org.jspecify.annotations.NullMarked;
