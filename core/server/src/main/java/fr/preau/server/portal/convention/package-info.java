/** The convention's pages: for delegates, who sign, deploy and stop; for administrators and heads, who read; for the public. */
@NullMarked
package fr.preau.server.portal.convention;

import org.jspecify.annotations.NullMarked;
