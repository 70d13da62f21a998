package fr.preau.api;

/**
 * What a person is in an ENT. Each profile carries its code in the SDET (Schéma directeur des espaces numériques de
 * travail, annexe 4), which every exchange with another ENT uses.
 */
public enum Profile {
    /** Élève. */
    PUPIL("National_ELV"),
    /** Responsable légal d'un élève. */
    GUARDIAN("National_TUT"),
    /** Enseignant. */
    TEACHER("National_ENS"),
    /** Directeur d'école. A head usually teaches as well. */
    HEAD("National_DIR"),
    /** Autre personnel de l'école (AESH, assistant). */
    SCHOOL_STAFF("National_EVS"),
    /** Inspecteur de l'Éducation nationale and the académie's services. */
    INSPECTOR("National_ACA"),
    /** Agent de la collectivité (cantine, périscolaire, affaires scolaires). */
    MUNICIPAL_STAFF("National_COL"),
    /** Someone from outside, invited for a time. The SDET has no code for it; `National_AUT` is what ENTs use. */
    GUEST("National_AUT");

    private final String sdetCode;

    Profile(String sdetCode) {
        this.sdetCode = sdetCode;
    }

    /** The SDET code, for example {@code National_ENS}. */
    public String sdetCode() {
        return sdetCode;
    }

    /** True for those who are spoken to as “tu”: the children. */
    public boolean isChild() {
        return this == PUPIL;
    }
}
