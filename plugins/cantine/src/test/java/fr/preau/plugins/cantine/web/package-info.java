@NullMarked
package fr.preau.plugins.cantine.web;

import org.jspecify.annotations.NullMarked;
