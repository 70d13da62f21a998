package fr.preau.api.event;

/**
 * Listens to events. Its class carries {@link ListensTo} and is made by the plugin's injector, once. Thread-safe.
 *
 * <p>Told of every event at least once, in the tenant and in a transaction of its own, which is committed if {@link #on} returns.
 * <em>At least</em>: a server that is killed between that commit and the note of it tells again. Make telling twice do nothing
 * more, for instance with {@code on conflict do nothing}.
 *
 * <p>Events of one aggregate come in order, one after the other, whichever node tells them. If {@link #on} throws, or takes longer
 * than it may, it is told again later, with growing waits; after the eighth time an administrator decides, in the console.
 * <strong>Until then, later events of the same aggregate wait</strong>; those of others do not.
 *
 * <p>An event waits for a plugin that is stopped, for 90 days at most. A plugin that does not run in an event's school when it is
 * published is never told.
 */
public interface EventListener {
    /**
     * Deals with an event. When the time is over, or the plugin leaves, its thread is interrupted.
     *
     * @throws Exception for whatever reason: nothing of it is kept, and the event is told again
     */
    void on(Event event) throws Exception;
}
