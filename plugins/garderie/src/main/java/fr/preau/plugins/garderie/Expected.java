package fr.preau.plugins.garderie;

import java.time.LocalDate;

/** How many children are expected in a school on a day. */
public record Expected(String schoolName, LocalDate day, int children) {}
