/**
 * What every plugin promises, checked from outside on a running ENT: only those who may get in, one tenant never sees
 * another, pages hold for everybody, personal data can be copied and erased, and a stopped plugin leaves nothing behind.
 *
 * <p>Nothing here keeps a class of a plugin: what is read from them becomes text, so that the checks do not cause the
 * leak they look for.
 */
@NullMarked
package fr.preau.testkit.contract;

import org.jspecify.annotations.NullMarked;
