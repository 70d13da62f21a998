/**
 * The canteen's menus: what families read, what the town's staff writes, and the JSON beside it. The menus themselves are
 * in {@code menu}, files in {@code file}, importing in {@code intake}.
 */
@NullMarked
package fr.preau.plugins.cantine;

import org.jspecify.annotations.NullMarked;
