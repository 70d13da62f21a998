/** Published menus as open data: SCDL “menus-collectifs” 1.2.3, and who publishes them. */
@NullMarked
package fr.preau.plugins.cantine.opendata;

import org.jspecify.annotations.NullMarked;
