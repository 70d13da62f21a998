package fr.preau.server.http;

import jakarta.ws.rs.ForbiddenException;
import java.util.List;

/** Refused, with the reasons in words for who asked: they are shown on the page that refuses, and in the JSON answer. */
public final class Refused extends ForbiddenException {
    private static final long serialVersionUID = 1L;
    private final transient List<String> reasons;

    /** With the reasons, the nearest first. */
    public Refused(List<String> reasons) {
        this.reasons = List.copyOf(reasons);
    }

    /** The reasons, in French. */
    public List<String> reasons() {
        return reasons;
    }
}
