@NullMarked
package fr.preau.plugins.cantine.opendata;

import org.jspecify.annotations.NullMarked;
