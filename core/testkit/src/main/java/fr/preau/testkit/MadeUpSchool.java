package fr.preau.testkit;

import fr.preau.api.Profile;
import java.util.List;
import java.util.UUID;

/**
 * A school of nobody, in a tenant of its own. Two classes; a family with a child in each, another with one child in the
 * older; somebody of every profile. Immutable.
 *
 * @param tenantId the tenant
 * @param name the school's name, found nowhere in the other school: put it into the texts you seed
 * @param schoolId the school
 * @param youngClass the class CP: {@code teacher}, {@code pupil}
 * @param oldClass the class CM2: {@code otherTeacher}, {@code sibling}, {@code otherPupil}
 * @param head the head; teaches no class
 * @param teacher teaches CP
 * @param otherTeacher teaches CM2
 * @param pupil in CP
 * @param sibling in CM2, of the same guardian as {@code pupil}
 * @param otherPupil in CM2
 * @param guardian of {@code pupil} and {@code sibling}
 * @param otherGuardian of {@code otherPupil} alone
 * @param agent municipal staff, of the canteen
 * @param administrator municipal staff who administers the tenant
 * @param schoolStaff an AESH of the school
 * @param inspector of the académie
 * @param guest a guest
 */
public record MadeUpSchool(
        int tenantId,
        String name,
        UUID schoolId,
        UUID youngClass,
        UUID oldClass,
        SchoolPerson head,
        SchoolPerson teacher,
        SchoolPerson otherTeacher,
        SchoolPerson pupil,
        SchoolPerson sibling,
        SchoolPerson otherPupil,
        SchoolPerson guardian,
        SchoolPerson otherGuardian,
        SchoolPerson agent,
        SchoolPerson administrator,
        SchoolPerson schoolStaff,
        SchoolPerson inspector,
        SchoolPerson guest) {

    /** Everybody. */
    public List<SchoolPerson> people() {
        return List.of(
                head,
                teacher,
                otherTeacher,
                pupil,
                sibling,
                otherPupil,
                guardian,
                otherGuardian,
                agent,
                administrator,
                schoolStaff,
                inspector,
                guest);
    }

    /** The guardian of one of the pupils. */
    public SchoolPerson guardianOf(SchoolPerson child) {
        return child.equals(otherPupil) ? otherGuardian : guardian;
    }

    /** The first person of a profile: the teacher, pupil and guardian of CP, the canteen's agent. */
    public SchoolPerson one(Profile profile) {
        return people().stream()
                .filter(person -> person.profile() == profile)
                .findFirst()
                .orElseThrow();
    }
}
