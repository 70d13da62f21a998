/** Tenants, their communes and schools: made by the command line or an integrator, before anybody can sign in. */
@NullMarked
package fr.preau.server.tenancy;

import org.jspecify.annotations.NullMarked;
