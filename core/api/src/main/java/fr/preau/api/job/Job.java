package fr.preau.api.job;

/**
 * Work at its time. Its class carries {@link Every} or {@link Daily} and is made by the plugin's injector, once. Thread-safe.
 *
 * <p>Run once for each due time in the whole cluster and each tenant in which the plugin runs then, in that tenant and in a
 * transaction of its own, which is committed if {@link #run} returns. What was due while no server ran is made up for once.
 * If the server is killed in the middle, another node runs it again some minutes later.
 *
 * <p>If it throws, or takes longer than it may, nothing of it is kept, the console shows why, and it runs again at its next time.
 * It holds its database connection: what computes for more than a minute between two statements loses it.
 */
public interface Job {
    /**
     * Does the work for one tenant. When the time is over, or the plugin leaves, its thread is interrupted.
     *
     * @throws Exception for whatever reason
     */
    void run(JobRun run) throws Exception;
}
