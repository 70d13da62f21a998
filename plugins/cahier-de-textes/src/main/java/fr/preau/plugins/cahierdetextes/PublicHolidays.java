package fr.preau.plugins.cahierdetextes;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * The public holidays of France, of the Code du travail, article L3133-1. Alsace, Moselle and the overseas communes have
 * a few more, which are not known here.
 */
final class PublicHolidays {
    private static final Map<MonthDay, String> FIXED = Map.of(
            MonthDay.of(1, 1), "jour de l’an",
            MonthDay.of(5, 1), "fête du Travail",
            MonthDay.of(5, 8), "victoire de 1945",
            MonthDay.of(7, 14), "fête nationale",
            MonthDay.of(8, 15), "Assomption",
            MonthDay.of(11, 1), "Toussaint",
            MonthDay.of(11, 11), "armistice de 1918",
            MonthDay.of(12, 25), "Noël");

    /** Days after Easter Sunday. */
    private static final Map<Long, String> AFTER_EASTER =
            Map.of(1L, "lundi de Pâques", 39L, "Ascension", 50L, "lundi de Pentecôte");

    private PublicHolidays() {}

    /** The name of the holiday, empty for any other day. */
    static Optional<String> on(LocalDate date) {
        String fixed = FIXED.get(MonthDay.from(date));
        return fixed != null
                ? Optional.of(fixed)
                : Optional.ofNullable(AFTER_EASTER.get(ChronoUnit.DAYS.between(easter(date.getYear()), date)));
    }

    /**
     * Easter Sunday of a year of the Gregorian calendar: the Sunday after the full moon that the Church reckons for
     * 21 March or later. {@code moon} is the moon's age in days at a fixed date, corrected by century.
     */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int moon = Math.floorMod(century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15, 30);
        int correction = moon == 29 || (moon == 28 && golden > 10) ? 1 : 0;
        LocalDate fullMoon = LocalDate.of(year, 3, 21).plusDays(moon - correction);
        return fullMoon.plusDays(7 - fullMoon.getDayOfWeek().getValue() % 7);
    }
}
