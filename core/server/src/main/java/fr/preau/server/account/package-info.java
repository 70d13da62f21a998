/** Sign-in: accounts apart from persons, sessions that can be revoked, passwords and activation codes. */
@NullMarked
package fr.preau.server.account;

import org.jspecify.annotations.NullMarked;
