package fr.preau.api.job;

import java.time.Instant;

/**
 * One run of a job.
 *
 * @param due when it was due; it runs a little later, after a standstill much later
 */
public record JobRun(Instant due) {}
