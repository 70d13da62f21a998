package fr.preau.api.directory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a source read about one school. A list that is null was not among the files: nothing is said about those people,
 * and nothing about them changes. Immutable.
 *
 * @param pupils the pupils, null if no such file was given
 * @param guardians the guardians, null if no such file was given
 * @param teachers the teachers, null if no such file was given
 * @param problems what was wrong in the files
 */
public record DirectoryReading(
        @Nullable List<Pupil> pupils,
        @Nullable List<Guardian> guardians,
        @Nullable List<Teacher> teachers,
        List<Problem> problems) {

    /**
     * Where a record comes from, to speak about it.
     *
     * @param file the file's name
     * @param line the line, from 1
     */
    public record Origin(String file, int line) {}

    /**
     * A name in its parts.
     *
     * @param last family name (nom de famille)
     * @param usual name in use (nom d'usage), empty if none
     * @param first first name
     */
    public record Name(String last, String usual, String first) {
        /** The name shown: the usual one if there is one. */
        public String shown() {
            return usual.isBlank() ? last : usual;
        }
    }

    /**
     * A postal address.
     *
     * @param street number and street, lines separated by a line feed
     * @param postcode five digits, or as given abroad
     * @param town the town
     * @param country the country, empty for France
     */
    public record Address(String street, String postcode, String town, String country) {}

    /**
     * A pupil.
     *
     * @param origin where it was read
     * @param name the name
     * @param birthDate date of birth, null if unknown
     * @param sex {@code F}, {@code M} or empty
     * @param ine national pupil number (identifiant national élève), empty if unknown
     * @param level level: “CE1”; empty if unknown
     * @param className the class's label, empty if in none
     * @param classExternalId the class's number in the source, empty if unknown
     * @param addresses one, two if the parents live apart, or none
     * @param photoConsent whether photographs were allowed, null if not said
     */
    public record Pupil(
            Origin origin,
            Name name,
            @Nullable LocalDate birthDate,
            String sex,
            String ine,
            String level,
            String className,
            String classExternalId,
            List<Address> addresses,
            @Nullable Boolean photoConsent) {}

    /**
     * A guardian.
     *
     * @param origin where it was read
     * @param civility {@code Mme}, {@code M.} or empty
     * @param name the name
     * @param address the address, null if none
     * @param email e-mail, empty if none
     * @param phones telephone numbers, at home, at work, mobile: those that are given
     * @param children the children, by name and class label
     */
    public record Guardian(
            Origin origin,
            String civility,
            Name name,
            @Nullable Address address,
            String email,
            List<String> phones,
            List<Child> children) {}

    /**
     * A guardian's child, as the guardians' file names it.
     *
     * @param name the name
     * @param className the class's label, which may differ from the pupils' file; empty if not said
     */
    public record Child(Name name, String className) {}

    /**
     * A teacher.
     *
     * @param origin where it was read
     * @param civility {@code Mme}, {@code M.} or empty
     * @param name the name
     * @param email e-mail, empty if none
     * @param head whether the teacher is the head of the school
     * @param classNames labels of the classes taught; several lines about one person come as one record
     */
    public record Teacher(
            Origin origin, String civility, Name name, String email, boolean head, List<String> classNames) {}
}
