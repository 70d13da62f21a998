package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Address;
import fr.preau.api.directory.DirectoryReading.Name;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is written about a person, now or after the import. Immutable.
 *
 * @param id the person
 * @param profile what the person is
 * @param civility {@code Mme}, {@code M.} or empty
 * @param name the name
 * @param birthDate date of birth, null if unknown
 * @param sex {@code F}, {@code M} or empty
 * @param ine national pupil number, empty if unknown
 * @param email e-mail, empty if none
 * @param phones telephone numbers
 * @param photoConsent whether photographs are allowed, null if not said
 * @param addresses postal addresses, by rank
 */
record PersonState(
        UUID id,
        Profile profile,
        String civility,
        Name name,
        @Nullable LocalDate birthDate,
        String sex,
        String ine,
        String email,
        List<String> phones,
        @Nullable Boolean photoConsent,
        List<Address> addresses) {

    /** First name, and the name in use. */
    String displayName() {
        return name.first() + " " + name.shown();
    }

    /** This person after a source has spoken: what it leaves empty stays as it was. */
    PersonState after(PersonState read) {
        return new PersonState(
                id,
                read.profile,
                read.civility.isEmpty() ? civility : read.civility,
                Spelling.choose(name, read.name),
                read.birthDate == null ? birthDate : read.birthDate,
                read.sex.isEmpty() ? sex : read.sex,
                read.ine.isEmpty() ? ine : read.ine,
                read.email.isEmpty() || ContactKeys.email(read.email).equals(ContactKeys.email(email))
                        ? email
                        : read.email,
                Spelling.choosePhones(phones, read.phones),
                read.photoConsent == null ? photoConsent : read.photoConsent,
                addressesAfter(read.addresses));
    }

    /** The same with these addresses. */
    PersonState with(List<Address> others) {
        return new PersonState(
                id, profile, civility, name, birthDate, sex, ine, email, phones, photoConsent, List.copyOf(others));
    }

    private List<Address> addressesAfter(List<Address> read) {
        List<Address> after = new ArrayList<>(addresses);
        for (int rank = 0; rank < read.size(); rank++) {
            if (rank >= after.size()) {
                after.add(read.get(rank));
            } else if (!ContactKeys.same(after.get(rank), read.get(rank))) {
                after.set(rank, read.get(rank));
            }
        }
        return List.copyOf(after);
    }
}
