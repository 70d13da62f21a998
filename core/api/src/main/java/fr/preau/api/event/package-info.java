/**
 * What plugins tell each other. A plugin depends on no other: it publishes under a stable name whatever happened in it, and
 * whoever knows the name may listen.
 */
@NullMarked
package fr.preau.api.event;

import org.jspecify.annotations.NullMarked;
