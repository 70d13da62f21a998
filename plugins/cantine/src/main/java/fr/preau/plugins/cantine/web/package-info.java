/** The canteen's pages: what families read, and what the town's staff writes. */
@NullMarked
package fr.preau.plugins.cantine.web;

import org.jspecify.annotations.NullMarked;
