package fr.preau.server.charter;

/**
 * A tenant's ages, in years. A pupil whose birth date is not known is below both.
 *
 * @param consentAge below it guardians accept for a pupil: 15 by article 8 of the GDPR and article 45 of the loi Informatique et
 *     Libertés; 0: pupils always accept for themselves
 * @param youngAge below it a pupil reads the charter with pictures; 0: none does
 */
public record Ages(int consentAge, int youngAge) {
    /** Unless a tenant says otherwise. */
    public static final Ages USUAL = new Ages(15, 8);
    /** The oldest that can be chosen. */
    public static final int OLDEST = 18;
}
