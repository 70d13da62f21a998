package fr.preau.server.directory;

import fr.preau.api.Profile;
import fr.preau.api.directory.DirectoryReading.Pupil;
import java.util.List;
import java.util.UUID;

/**
 * A pupil of the files and the person of the directory it is: a known one, or a new one. Immutable.
 *
 * @param read the pupil, as read
 * @param personId the person
 * @param ine the national number to believe, empty if none: two pupils may have been given the same
 */
record PupilMatch(Pupil read, UUID personId, String ine) {
    /** What the files say about the person. */
    PersonState state() {
        return new PersonState(
                personId,
                Profile.PUPIL,
                "",
                read.name(),
                read.birthDate(),
                read.sex(),
                ine,
                "",
                List.of(),
                read.photoConsent(),
                read.addresses());
    }
}
