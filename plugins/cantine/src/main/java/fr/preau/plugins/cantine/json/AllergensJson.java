package fr.preau.plugins.cantine.json;

import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Allergens;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dish's allergens. An object rather than a list, so that no program takes “unknown” for “none”.
 *
 * @param known false if nobody said; the list is then empty and means nothing
 * @param contained names of allergens
 */
public record AllergensJson(boolean known, @Nullable List<String> contained) {

    static AllergensJson of(Allergens allergens) {
        return allergens instanceof Allergens.Declared declared
                ? new AllergensJson(
                        true, declared.contained().stream().map(Enum::name).toList())
                : new AllergensJson(false, List.of());
    }

    static Allergens read(@Nullable AllergensJson json, String path) {
        if (json == null || !json.known) {
            return Allergens.UNKNOWN;
        }
        return Allergens.of(Terms.read(Allergen.WORDS, json.contained, path + ".contained"));
    }
}
