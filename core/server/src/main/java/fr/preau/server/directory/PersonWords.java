package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Address;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What changes about a person, in French. */
final class PersonWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.FRENCH);
    private static final Map<Profile, String> PROFILES = Map.of(
            Profile.PUPIL, "élève",
            Profile.GUARDIAN, "responsable",
            Profile.TEACHER, "enseignant",
            Profile.HEAD, "direction de l’école",
            Profile.SCHOOL_STAFF, "personnel de l’école");

    private PersonWords() {}

    /** The values that differ. */
    static List<Change.Field> differences(PersonState before, PersonState after) {
        List<Change.Field> fields = new ArrayList<>();
        add(fields, "Profil", profile(before.profile()), profile(after.profile()));
        add(fields, "Civilité", before.civility(), after.civility());
        add(fields, "Nom de famille", before.name().last(), after.name().last());
        add(fields, "Nom d’usage", before.name().usual(), after.name().usual());
        add(fields, "Prénom", before.name().first(), after.name().first());
        add(fields, "Date de naissance", day(before.birthDate()), day(after.birthDate()));
        add(fields, "Sexe", before.sex(), after.sex());
        add(fields, "INE", before.ine(), after.ine());
        add(fields, "Courriel", before.email(), after.email());
        add(fields, "Téléphones", String.join(", ", before.phones()), String.join(", ", after.phones()));
        add(fields, "Photographies", consent(before.photoConsent()), consent(after.photoConsent()));
        int ranks = Math.max(before.addresses().size(), after.addresses().size());
        for (int rank = 0; rank < ranks; rank++) {
            add(
                    fields,
                    rank == 0 ? "Adresse" : "Autre adresse",
                    address(before.addresses(), rank),
                    address(after.addresses(), rank));
        }
        return fields;
    }

    /** “17 août 2018”, “1er août 2018”; empty if unknown. */
    static String day(@Nullable LocalDate date) {
        if (date == null) {
            return "";
        }
        String text = DAY.format(date);
        return date.getDayOfMonth() == 1 ? text.replaceFirst("1 ", "1er ") : text;
    }

    /** To tell homonyms apart in a list: “né le 17 août 2018”; empty if the date is unknown. */
    static String born(PersonState person) {
        LocalDate date = person.birthDate();
        if (date == null) {
            return "";
        }
        return switch (person.sex()) {
                    case "F" -> "née le ";
                    case "M" -> "né le ";
                    default -> "naissance le ";
                }
                + day(date);
    }

    private static String profile(Profile profile) {
        return PROFILES.getOrDefault(profile, profile.name());
    }

    private static String consent(@Nullable Boolean consent) {
        return consent == null ? "" : consent ? "autorisées" : "refusées";
    }

    private static String address(List<Address> addresses, int rank) {
        if (rank >= addresses.size()) {
            return "";
        }
        Address address = addresses.get(rank);
        String text = address.street().replace("\n", ", ") + ", " + address.postcode() + " " + address.town();
        return (address.country().isEmpty() ? text : text + ", " + address.country())
                .replaceAll("^[ ,]+", "")
                .strip();
    }

    private static void add(List<Change.Field> fields, String label, String before, String after) {
        if (!before.equals(after)) {
            fields.add(new Change.Field(label, before, after));
        }
    }
}
