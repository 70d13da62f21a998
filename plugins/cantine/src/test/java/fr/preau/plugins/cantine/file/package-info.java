@NullMarked
package fr.preau.plugins.cantine.file;

import org.jspecify.annotations.NullMarked;
