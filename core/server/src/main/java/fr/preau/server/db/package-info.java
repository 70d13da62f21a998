/**
 * The database: the embedded server, logins and pools, the tenant's transaction, migrations, and the rules that a plugin's
 * tables must keep. Decision record 0002 tells why each plugin has a login of its own.
 */
@NullMarked
package fr.preau.server.db;

import org.jspecify.annotations.NullMarked;
