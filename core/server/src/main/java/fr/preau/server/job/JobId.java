package fr.preau.server.job;

/**
 * A job of a plugin in a tenant: one row of the schedule.
 *
 * @param job its class's simple name
 */
record JobId(int tenantId, String pluginId, String job) {
    /** As the schedule has it. */
    static JobId parse(String written) {
        String[] parts = written.split("/", 3);
        return new JobId(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }
}
