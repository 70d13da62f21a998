/**
 * A real ENT around a plugin, for its tests: PostgreSQL, HTTP, two made-up schools, clients signed in, a browser, and the
 * promises that every plugin keeps. Start at {@link fr.preau.testkit.EntExtension}.
 */
@NullMarked
package fr.preau.testkit;

import org.jspecify.annotations.NullMarked;
