/**
 * HTTP: Jetty, the gateway every request passes (headers, forged-request check, session), what core and plugins share in
 * their Jersey applications (pages, errors, transactions), assets and templates.
 */
@NullMarked
package fr.preau.server.http;

import org.jspecify.annotations.NullMarked;
