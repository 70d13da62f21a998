/**
 * What a plugin is: one class that declares, as data, everything it brings to an ENT.
 *
 * <p>A plugin compiles against this module alone. Start at {@link fr.preau.api.EntPlugin}. The packages beside this one
 * are the rooms a plugin may enter: {@code web} (pages, forms, tiles), {@code access} (rights), {@code directory}
 * (people, classes, schools) and {@code privacy} (what is kept about people).
 */
@NullMarked
package fr.preau.api;

import org.jspecify.annotations.NullMarked;
