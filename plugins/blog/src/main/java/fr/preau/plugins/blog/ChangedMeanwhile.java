package fr.preau.plugins.blog;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response;

/**
 * Something was done on the ground of a text or a state that is no longer so: answered with 409. Pages catch it and show
 * what is so now.
 */
final class ChangedMeanwhile extends ClientErrorException {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile() {
        super("Ce texte a changé entre-temps, rien n’a été fait. À relire avant de décider.", Response.Status.CONFLICT);
    }
}
