package fr.preau.plugins.annuaireonde;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Dates of birth in the forms that exports and spreadsheets give them. */
final class BirthDates {
    private static final List<DateTimeFormatter> FORMS = Stream.of(
                    "uuuu-M-d", "d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "uuuu/M/d", "ddMMuuuu", "uuuuMMdd")
            .map(form -> DateTimeFormatter.ofPattern(form).withResolverStyle(ResolverStyle.STRICT))
            .toList();

    private static final Pattern TIME = Pattern.compile("[ T]\\d{1,2}:\\d{2}.*$");
    private static final Pattern SEVEN_DIGITS = Pattern.compile("\\d{7}");

    private BirthDates() {}

    /** The date; null if it is none, or in another century than anyone in a school. */
    static @Nullable LocalDate parse(String text) {
        String date = TIME.matcher(text.strip()).replaceFirst("");
        if (SEVEN_DIGITS.matcher(date).matches()) {
            // 1012000: a spreadsheet took 01012000 for a number and dropped the zero.
            date = "0" + date;
        }
        for (DateTimeFormatter form : FORMS) {
            try {
                LocalDate parsed = LocalDate.parse(date, form);
                if (parsed.getYear() >= 1900 && parsed.getYear() < 2100) {
                    return parsed;
                }
            } catch (DateTimeParseException e) {
                // Not in this form; the next one may fit.
                continue;
            }
        }
        return null;
    }
}
