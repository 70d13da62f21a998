/** A person's copy of what is kept about them, and erasure: the core's part, then every running plugin's. */
@NullMarked
package fr.preau.server.privacy;

import org.jspecify.annotations.NullMarked;
