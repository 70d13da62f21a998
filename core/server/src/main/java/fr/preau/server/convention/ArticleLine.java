package fr.preau.server.convention;

/** An article of a version: its number, title and text. */
public record ArticleLine(int position, String title, String body) {}
