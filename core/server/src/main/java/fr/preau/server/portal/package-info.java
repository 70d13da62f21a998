/** What people see of the core: sign-in, home, services, my account; the console is the package inside. */
@NullMarked
package fr.preau.server.portal;

import org.jspecify.annotations.NullMarked;
