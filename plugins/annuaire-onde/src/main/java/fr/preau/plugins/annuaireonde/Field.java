package fr.preau.plugins.annuaireonde;

import java.util.Locale;

/** What a column can hold. Its key in {@code columns.properties} is its name in camel case. */
enum Field {
    /** Civilité. */
    CIVILITY,
    /** Nom de famille. */
    LAST,
    /** Nom d'usage. */
    USUAL,
    /** Prénom. */
    FIRST,
    /** Date de naissance. */
    BIRTH_DATE,
    /** Sexe. */
    SEX,
    /** Identifiant national élève. */
    INE,
    /** Niveau. */
    LEVEL,
    /** Label of a class; a teacher may have several such columns. */
    CLASS_NAME,
    /** Number of the class in ONDE. */
    CLASS_ID,
    /** Street of the first address. */
    STREET,
    /** Its postcode. */
    POSTCODE,
    /** Its town. */
    TOWN,
    /** Its country. */
    COUNTRY,
    /** Street of the second address, of a pupil whose parents live apart. */
    STREET2,
    /** Its postcode. */
    POSTCODE2,
    /** Its town. */
    TOWN2,
    /** Its country. */
    COUNTRY2,
    /** Consent to photographs. */
    PHOTO,
    /** E-mail. */
    EMAIL,
    /** Telephone at home. */
    PHONE_HOME,
    /** Telephone at work. */
    PHONE_WORK,
    /** Mobile telephone. */
    PHONE_MOBILE,
    /** Whether the teacher is the head. */
    HEAD,
    /** A guardian's child: name in use. Repeated for each child, as are the next three. */
    CHILD_USUAL,
    /** A guardian's child: family name. */
    CHILD_LAST,
    /** A guardian's child: first name. */
    CHILD_FIRST,
    /** A guardian's child: label of the class. */
    CHILD_CLASS;

    /** The key in {@code columns.properties}: {@code birthDate}. */
    String key() {
        StringBuilder key = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            key.append(key.length() == 0 ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return key.toString();
    }
}
