/** Jobs of plugins: run once for each due time in the whole cluster, and what is known of the last run. Decision record 0013. */
@NullMarked
package fr.preau.server.job;

import org.jspecify.annotations.NullMarked;
