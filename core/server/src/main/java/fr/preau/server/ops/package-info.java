/** Running a server: health, the description of its JSON, the command line. */
@NullMarked
package fr.preau.server.ops;

import org.jspecify.annotations.NullMarked;
