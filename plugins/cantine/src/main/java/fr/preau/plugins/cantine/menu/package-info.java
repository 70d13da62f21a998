/**
 * What a menu is and where it is kept: days, meals, dishes, the fourteen allergens, drafts and publication. Words and
 * limits are those of the SCDL format “menus-collectifs” 1.2.3, so that what is typed here can be published as open data.
 */
@NullMarked
package fr.preau.plugins.cantine.menu;

import org.jspecify.annotations.NullMarked;
