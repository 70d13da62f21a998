/**
 * Where plugins come from and why they are trusted: jars are judged before any of their code is loaded, who signed them must
 * be known here, repositories offer them in a signed index.
 */
@NullMarked
package fr.preau.server.repository;

import org.jspecify.annotations.NullMarked;
