/** What is kept about people: the register, a person's copy, erasure (GDPR articles 15, 17 and 30). */
@NullMarked
package fr.preau.api.privacy;

import org.jspecify.annotations.NullMarked;
