package fr.preau.server.directory;

import fr.preau.api.directory.DirectoryReading.Address;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mails, telephone numbers and addresses reduced to what two spellings of them share. */
final class ContactKeys {
    private static final Pattern NOT_A_DIGIT = Pattern.compile("\\D");

    private ContactKeys() {}

    static String email(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** The last nine digits: “+33 6 39 98 00 00” and “0639980000” are one. */
    static Set<String> phones(List<String> phones) {
        Set<String> keys = new LinkedHashSet<>();
        for (String phone : phones) {
            String digits = NOT_A_DIGIT.matcher(phone).replaceAll("");
            if (!digits.isEmpty()) {
                keys.add(digits.length() > 9 ? digits.substring(digits.length() - 9) : digits);
            }
        }
        return keys;
    }

    /** Street and town; empty without a street, since a town alone brings nobody together. */
    static String address(Address address) {
        String street = NameKey.key(address.street());
        String town = NameKey.key(address.town().isBlank() ? address.postcode() : address.town());
        return street.isEmpty() ? "" : street + "|" + town;
    }

    /** Whether two addresses are the same in all their parts, however written. */
    static boolean same(Address first, Address second) {
        return NameKey.key(first.street()).equals(NameKey.key(second.street()))
                && NameKey.key(first.postcode()).equals(NameKey.key(second.postcode()))
                && NameKey.key(first.town()).equals(NameKey.key(second.town()))
                && NameKey.key(first.country()).equals(NameKey.key(second.country()));
    }
}
