/**
 * What an ENT costs above the least that could answer with the same pages: the boundary between core and plugins, the
 * session, the tenant in each statement. One command, from the root, starts a village and measures it:
 *
 * <pre>{@code mvn -q -Dbench -DskipTests -pl examples/bench -am package}</pre>
 *
 * <p>It takes some five minutes on two cores, and prints one table. {@link fr.preau.examples.bench.Floor} tells exactly
 * what is compared, {@link fr.preau.examples.bench.Settings} what may be changed, {@link fr.preau.examples.bench.Report}
 * how to read the table.
 */
@NullMarked
package fr.preau.examples.bench;

import org.jspecify.annotations.NullMarked;
