package fr.preau.api;

import java.util.UUID;

/**
 * The signed-in person for whom the present request runs. Immutable, hence thread-safe.
 *
 * <p>A resource takes it as a method parameter: {@code @Context Caller caller}.
 *
 * @param personId the person, unique in all tenants
 * @param tenantId the tenant (one ENT, one convention). Never write it in SQL: the column {@code tenant_id} fills itself
 * @param tenantName the name of the ENT, for people: “École et mairie de Saint-Préau”
 * @param profile what the person is
 * @param firstName first name alone, to speak to the person
 * @param displayName first and last name, to speak about the person
 * @param administrator whether the person administers the tenant
 */
public record Caller(
        UUID personId,
        int tenantId,
        String tenantName,
        Profile profile,
        String firstName,
        String displayName,
        boolean administrator) {

    /** True for a teacher, or a head, who usually teaches too. */
    public boolean teaches() {
        return profile == Profile.TEACHER || profile == Profile.HEAD;
    }

    /** True if the person has one of these profiles. */
    public boolean is(Profile... profiles) {
        for (Profile candidate : profiles) {
            if (candidate == profile) {
                return true;
            }
        }
        return false;
    }
}
