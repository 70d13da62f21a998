package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading.Address;
import fr.preau.api.directory.DirectoryReading.Name;
import fr.preau.api.directory.DirectoryReading.Pupil;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the pupils' file. For one reading; not thread-safe. */
final class PupilRows {
    /** Nine digits and two letters, or ten digits and one letter: eleven characters in all its generations. */
    private static final Pattern INE = Pattern.compile("[0-9A-Z]{11}");

    private final Values values;
    private final Findings findings;
    private final Names names;
    private final Contacts contacts;
    private final LocalDate today;
    private final List<Pupil> pupils = new ArrayList<>();

    PupilRows(Values values, Findings findings, LocalDate today) {
        this.values = values;
        this.findings = findings;
        this.names = new Names(values, findings);
        this.contacts = new Contacts(values, findings);
        this.today = today;
    }

    void read(Row row) {
        Name name = names.of(row);
        if (name == null) {
            return;
        }
        String className = row.text(Field.CLASS_NAME);
        if (className.isEmpty() && row.layout().has(Field.CLASS_NAME)) {
            warn(row, Field.CLASS_NAME, "Cet élève n'est dans aucune classe : répartissez-le dans ONDE.");
        }
        String photo = row.text(Field.PHOTO);
        pupils.add(new Pupil(
                row.origin(),
                name,
                birthDate(row),
                sex(row),
                ine(row),
                row.text(Field.LEVEL),
                className,
                row.text(Field.CLASS_ID),
                addresses(row),
                photo.isEmpty() ? null : values.answer(photo)));
    }

    List<Pupil> all() {
        return List.copyOf(pupils);
    }

    private @Nullable LocalDate birthDate(Row row) {
        String text = row.text(Field.BIRTH_DATE);
        LocalDate date = BirthDates.parse(text);
        if (date == null && !text.isEmpty()) {
            warn(
                    row,
                    Field.BIRTH_DATE,
                    Layout.quoted(text) + " n'est pas une date : la date de naissance n'est pas reprise.");
        }
        if (date != null && date.isAfter(today)) {
            warn(row, Field.BIRTH_DATE, Layout.quoted(text) + " est à venir : la date de naissance n'est pas reprise.");
            return null;
        }
        return date;
    }

    private String sex(Row row) {
        String text = row.text(Field.SEX);
        String sex = values.sex(text);
        if (sex == null && !text.isEmpty()) {
            warn(row, Field.SEX, Layout.quoted(text) + " n'est ni F ni M : le sexe n'est pas repris.");
        }
        return sex == null ? "" : sex;
    }

    private String ine(Row row) {
        String text = row.text(Field.INE).replace(" ", "").toUpperCase(Locale.ROOT);
        if (text.isEmpty() || INE.matcher(text).matches()) {
            return text;
        }
        warn(
                row,
                Field.INE,
                Layout.quoted(text) + " n'est pas un INE (onze chiffres et lettres) : il n'est pas repris.");
        return "";
    }

    private List<Address> addresses(Row row) {
        List<Address> addresses = new ArrayList<>(2);
        Address first = contacts.address(row, Field.STREET, Field.POSTCODE, Field.TOWN, Field.COUNTRY);
        if (first != null) {
            addresses.add(first);
        }
        Address second = contacts.address(row, Field.STREET2, Field.POSTCODE2, Field.TOWN2, Field.COUNTRY2);
        if (second != null && !second.equals(first)) {
            addresses.add(second);
        }
        return List.copyOf(addresses);
    }

    private void warn(Row row, Field field, String message) {
        findings.warn(row.file(), row.line(), row.header(field), message);
    }
}
