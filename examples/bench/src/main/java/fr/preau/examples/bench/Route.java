package fr.preau.examples.bench;

/**
 * A page to measure. Immutable.
 *
 * @param name what it is, for the table
 * @param plugin the plugin that serves it, empty for the core
 * @param path its path and query
 */
record Route(String name, String plugin, String path) {}
