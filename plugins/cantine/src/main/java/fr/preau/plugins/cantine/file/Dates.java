package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Week;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days as files write them: {@code 2026-11-23}, {@code 2026-11-23T00:00:00}, {@code 23/11/2026}. Pure functions. */
final class Dates {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?:[T ].*)?");
    private static final Pattern FRENCH =
            Pattern.compile("(?:\\p{L}+\\.? )?(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})(?: .*)?");

    private Dates() {}

    static Optional<LocalDate> read(String text) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher french = FRENCH.matcher(text);
        return french.matches() ? day(french.group(3), french.group(2), french.group(1)) : Optional.empty();
    }

    private static Optional<LocalDate> day(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return Week.plausible(date) ? Optional.of(date) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
