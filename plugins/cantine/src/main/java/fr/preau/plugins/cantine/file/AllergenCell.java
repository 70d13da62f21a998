package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Allergens;
import fr.preau.plugins.cantine.menu.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a cell says of a dish's allergens. An empty cell says nothing. One word that is not understood makes the whole
 * unknown: a list with a gap could be read as complete. Presence and traces count alike, as in SCDL. Pure functions.
 */
final class AllergenCell {
    private static final Set<String> NONE = Set.of(
            Spelling.key("aucun"),
            Spelling.key("aucun allergène"),
            Spelling.key("sans allergène"),
            Spelling.key("pas d'allergène"),
            Spelling.key("néant"));
    private static final Set<String> UNSAID = Set.of(
            Spelling.key("inconnu"),
            Spelling.key("non renseigné"),
            Spelling.key("non renseignée"),
            Spelling.key("non communiqué"),
            Spelling.key("nc"),
            Spelling.key("nr"),
            "");
    private static final Pattern ASIDE = Pattern.compile("\\([^)]*\\)");
    private static final Pattern MANNER =
            Pattern.compile("(?i)^\\s*(contient|peut contenir|traces? (?:de|d['’])|présence de)\\s*:?");

    /**
     * What was understood.
     *
     * @param allergens the allergens
     * @param unknownWord the word that made them unknown, if one did
     */
    record Read(Allergens allergens, Optional<String> unknownWord) {}

    private AllergenCell() {}

    static Read read(String cell) {
        if (CellList.bracketed(cell) && CellList.of(cell).isEmpty()) {
            return new Read(Allergens.NONE, Optional.empty());
        }
        List<String> words = CellList.of(cell);
        if (words.stream().allMatch(word -> UNSAID.contains(Spelling.key(word)))) {
            return new Read(Allergens.UNKNOWN, Optional.empty());
        }
        if (words.size() == 1 && NONE.contains(Spelling.key(words.get(0)))) {
            return new Read(Allergens.NONE, Optional.empty());
        }
        List<Allergen> found = new ArrayList<>();
        for (String word : words) {
            String bare = MANNER.matcher(ASIDE.matcher(word).replaceAll(" ")).replaceFirst("");
            Optional<Allergen> allergen = Allergen.WORDS.find(bare);
            if (allergen.isEmpty()) {
                return new Read(Allergens.UNKNOWN, Optional.of(word));
            }
            found.add(allergen.get());
        }
        return new Read(Allergens.of(found), Optional.empty());
    }
}
