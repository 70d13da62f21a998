package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Addresses, telephone numbers and e-mails of a row. Immutable. */
final class Contacts {
    /** Deliberately loose: we only keep out what can't be an address at all. */
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>()\"]+@[^@\\s,;<>()\"]+\\.[^@\\s,;<>()\".]+");

    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");
    private static final Pattern FRENCH = Pattern.compile("0[1-9]\\d{8}");
    private static final Pattern PAIRS = Pattern.compile("(\\d\\d)(?=\\d)");
    private static final Pattern LOST_ZERO = Pattern.compile("\\d{4}");

    private final Values values;
    private final Findings findings;

    Contacts(Values values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    /** The e-mail, empty if there is none or if it can't be one. */
    String email(Row row) {
        String text = row.text(Field.EMAIL);
        if (text.isEmpty() || EMAIL.matcher(text).matches()) {
            return text;
        }
        findings.warn(
                row.file(),
                row.line(),
                row.header(Field.EMAIL),
                Layout.quoted(text) + " n'est pas une adresse électronique : elle n'est pas reprise.");
        return "";
    }

    /** The telephone numbers at home, at work, mobile: each once. */
    List<String> phones(Row row) {
        List<String> phones = new ArrayList<>();
        for (Field field : List.of(Field.PHONE_HOME, Field.PHONE_WORK, Field.PHONE_MOBILE)) {
            for (String text : row.texts(field)) {
                String phone = phone(text);
                if (phone == null) {
                    findings.warn(
                            row.file(),
                            row.line(),
                            row.header(field),
                            Layout.quoted(text) + " n'est pas un numéro de téléphone : il n'est pas repris.");
                } else if (!phones.contains(phone)) {
                    phones.add(phone);
                }
            }
        }
        return List.copyOf(phones);
    }

    /** {@code 01 99 00 12 34} for a French number however it was written; others as they were written. */
    static @Nullable String phone(String text) {
        String digits = NOT_A_DIGIT.matcher(text).replaceAll("");
        String national = text.startsWith("+33") || digits.startsWith("0033")
                ? "0" + digits.substring(digits.startsWith("00") ? 4 : 2).replaceFirst("^0", "")
                : digits;
        if (national.length() == 9 && national.charAt(0) != '0') {
            // A spreadsheet took the number for a number and dropped the zero.
            national = "0" + national;
        }
        if (FRENCH.matcher(national).matches()) {
            return PAIRS.matcher(national).replaceAll("$1 ");
        }
        return digits.length() < 4 || digits.length() > 20 ? null : text;
    }

    /** An address, null if nothing of it is said. */
    @Nullable
    Address address(Row row, Field street, Field postcode, Field town, Field country) {
        String lines = row.lines(street);
        String code = row.text(postcode);
        String place = row.text(town);
        if (lines.isEmpty() && code.isEmpty() && place.isEmpty()) {
            return null;
        }
        String abroad = values.country(row.text(country));
        if (abroad.isEmpty() && LOST_ZERO.matcher(code).matches()) {
            code = "0" + code;
        }
        return new Address(lines, code, place, abroad);
    }
}
