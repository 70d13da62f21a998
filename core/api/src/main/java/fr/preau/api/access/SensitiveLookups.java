package fr.preau.api.access;

import fr.preau.api.Caller;
import java.util.UUID;

/**
 * Keeps, in the ENT's journal, who looked at somebody's sensitive data (health, family situation…), for a plugin to inject. Call
 * it before such data is shown. It is written before the answer to the present request leaves, even if that is an error; if it can't
 * be written, the answer is an error. Outside of a request, or once its answer is under way, it is written at once. Thread-safe.
 */
public interface SensitiveLookups {
    /**
     * Records a look-up.
     *
     * @param caller who looks
     * @param personId whose data it is: somebody of the caller's ENT, else the request fails
     * @param what which data, in French: “fiche de santé”; never the data itself
     */
    void record(Caller caller, UUID personId, String what);
}
