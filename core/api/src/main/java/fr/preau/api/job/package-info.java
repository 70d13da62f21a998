/** Work of a plugin at its time, without a request. */
@NullMarked
package fr.preau.api.job;

import org.jspecify.annotations.NullMarked;
