package fr.preau.api.job;

/**
 * A job of a plugin.
 *
 * @param label what it does, in French, a verb first: “Effacer ce qui ne doit plus être gardé”
 * @param type its class
 */
public record JobType(String label, Class<? extends Job> type) {}
