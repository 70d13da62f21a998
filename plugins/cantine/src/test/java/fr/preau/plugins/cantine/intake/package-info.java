@NullMarked
package fr.preau.plugins.cantine.intake;

import org.jspecify.annotations.NullMarked;
