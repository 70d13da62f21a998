/** The canteen on a real ENT, its files in memory. All names in them are made up. */
@NullMarked
package fr.preau.plugins.cantine;

import org.jspecify.annotations.NullMarked;
