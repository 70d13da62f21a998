@NullMarked
package fr.preau.plugins.cantine.menu;

import org.jspecify.annotations.NullMarked;
