package fr.preau.api.web;

/**
 * A file that someone sent. Immutable by agreement: do not change the bytes.
 *
 * @param name the name on the sender's machine, without folders
 * @param content its bytes; the host limits the whole request (16 MB unless configured)
 */
public record Upload(String name, byte[] content) {}
