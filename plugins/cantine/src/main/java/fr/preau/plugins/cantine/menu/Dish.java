package fr.preau.plugins.cantine.menu;

import java.util.List;

/**
 * A dish. Immutable.
 *
 * @param course which part of the meal
 * @param name at most {@value #NAME_MAX} characters
 * @param code the kitchen's own number, at most {@value #CODE_MAX} characters; may be empty
 * @param siqo official signs of quality
 * @param label other labels, in words (“ferme des Jarouilles”); may be empty
 * @param regimes whom it suits
 * @param precision anything else (“semaine du goût”); may be empty
 * @param allergens what is known of its allergens
 */
public record Dish(
        Course course,
        String name,
        String code,
        List<Siqo> siqo,
        String label,
        List<Regime> regimes,
        String precision,
        Allergens allergens) {

    /** Limit of SCDL. */
    public static final int NAME_MAX = 160;
    /** Limit of SCDL. */
    public static final int CODE_MAX = 16;
    /** Our limit. */
    public static final int LABEL_MAX = 160;
    /** Our limit. */
    public static final int PRECISION_MAX = 300;

    /** Cleans the texts and orders the lists, so that equal dishes are equal. */
    public Dish {
        name = Spelling.tidy(name);
        code = Spelling.tidy(code);
        label = Spelling.tidy(label);
        precision = Spelling.tidy(precision);
        siqo = Vocabulary.ordered(siqo);
        regimes = Vocabulary.ordered(regimes);
    }

    /** A dish of which only the name is known. */
    public static Dish named(Course course, String name) {
        return new Dish(course, name, "", List.of(), "", List.of(), "", Allergens.UNKNOWN);
    }
}
