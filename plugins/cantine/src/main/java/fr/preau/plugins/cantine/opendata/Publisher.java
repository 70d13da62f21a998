package fr.preau.plugins.cantine.opendata;

import fr.preau.plugins.cantine.menu.Spelling;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who publishes the menus, and who cooks: what SCDL asks for on each line. Immutable.
 *
 * @param name the collectivité ({@code menuCollNom})
 * @param siret its SIRET, 14 digits ({@code menuCollSiret})
 * @param kitchenName who produces the meals ({@code menuEtablissementNom})
 * @param kitchenSiret its SIRET, may be empty ({@code menuEtablissementSiret})
 */
public record Publisher(String name, String siret, String kitchenName, String kitchenSiret) {
    private static final int NAME_MAX = 160;
    /** La Poste numbers its offices in a way of its own (INSEE): their digits sum up to a multiple of five. */
    private static final String LA_POSTE = "356000000";

    /** Cleans the texts: a SIRET is often written in groups. */
    public Publisher {
        name = Spelling.tidy(name);
        kitchenName = Spelling.tidy(kitchenName);
        siret = digits(siret);
        kitchenSiret = digits(kitchenSiret);
    }

    private static String digits(String number) {
        return number.replaceAll("[\\s\\p{Z}.]", "");
    }

    /** What is wrong, by component; empty if nothing is. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        name(faults, "name", name, "Le nom de la collectivité");
        siret(faults, "siret", siret);
        name(faults, "kitchenName", kitchenName, "Le nom de la cuisine");
        if (!kitchenSiret.isEmpty()) {
            siret(faults, "kitchenSiret", kitchenSiret);
        }
        return faults;
    }

    private static void name(Map<String, String> faults, String field, String name, String what) {
        if (name.isEmpty()) {
            faults.put(field, what + " manque.");
        } else if (name.length() > NAME_MAX) {
            faults.put(field, what + " est trop long : " + NAME_MAX + " caractères au plus.");
        }
    }

    private static void siret(Map<String, String> faults, String field, String siret) {
        if (!siret.matches("[0-9]{14}")) {
            faults.put(field, "Un numéro SIRET a 14 chiffres.");
        } else if (!checks(siret)) {
            faults.put(field, "Ce numéro SIRET n’existe pas : sa clé ne correspond pas. Relisez les chiffres.");
        }
    }

    /** Luhn's check over all fourteen digits, as the INSEE computes it. */
    private static boolean checks(String siret) {
        int luhn = 0;
        int sum = 0;
        for (int i = 0; i < siret.length(); i++) {
            int digit = siret.charAt(i) - '0';
            sum += digit;
            int twice = i % 2 == 0 ? digit * 2 : digit;
            luhn += twice > 9 ? twice - 9 : twice;
        }
        return luhn % 10 == 0 || (siret.startsWith(LA_POSTE) && sum % 5 == 0);
    }
}
