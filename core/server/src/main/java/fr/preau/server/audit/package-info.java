/**
 * The journal of an ENT: who did what to whom, for those who answer for it. Lines are added and never changed; each carries
 * the hash of the one before, so that a line that was altered or taken out is found, and where. No password or code is in it.
 */
@NullMarked
package fr.preau.server.audit;

import org.jspecify.annotations.NullMarked;
