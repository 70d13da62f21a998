/**
 * Events of plugins: the outbox that they write into within their own transaction, and its delivery to those who listen, by
 * whichever node comes first. Decision record 0013.
 */
@NullMarked
package fr.preau.server.events;

import org.jspecify.annotations.NullMarked;
