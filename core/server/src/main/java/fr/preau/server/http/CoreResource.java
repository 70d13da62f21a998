package fr.preau.server.http;

/** Marks a JAX-RS resource of the core, for the set that {@link CoreServlet} serves. */
public interface CoreResource {}
