/** Sign-in: accounts apart from persons, sessions that can be revoked, passwords, activation codes, the charter. */
@NullMarked
package fr.preau.server.account;

import org.jspecify.annotations.NullMarked;
