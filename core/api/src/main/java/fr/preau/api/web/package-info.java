/** What a plugin shows: pages from templates, tiles, its place in the launcher, and what people send back. */
@NullMarked
package fr.preau.api.web;

import org.jspecify.annotations.NullMarked;
