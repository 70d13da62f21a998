package fr.preau.server.plugin;

/** Answers for a plugin that is not there to answer. */
public interface UnopenedService {
    /** Answers the present request with this status, as a page or as problem+json. */
    void answer(int status) throws java.io.IOException;
}
