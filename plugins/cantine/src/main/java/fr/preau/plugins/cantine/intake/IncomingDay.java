package fr.preau.plugins.cantine.intake;

import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Place;
import java.time.LocalDate;

/** What a file says of one day in one place. Immutable. */
record IncomingDay(LocalDate date, Place place, int line, DayContent content) {}
