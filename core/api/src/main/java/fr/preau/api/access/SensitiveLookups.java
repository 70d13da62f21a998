package fr.preau.api.access;

import fr.preau.api.Caller;
import java.util.UUID;

/**
 * Keeps, in the ENT's journal, who looked at somebody's sensitive data (health, family situation…), for a plugin to inject. Call
 * it before such data is shown. What is kept stays, even if the request fails afterwards. Thread-safe.
 */
public interface SensitiveLookups {
    /**
     * Records a look-up.
     *
     * @param caller who looks
     * @param personId whose data it is
     * @param what which data, in French: “fiche de santé”; never the data itself
     * @throws IllegalArgumentException if the caller's ENT knows no such person
     */
    void record(Caller caller, UUID personId, String what);
}
