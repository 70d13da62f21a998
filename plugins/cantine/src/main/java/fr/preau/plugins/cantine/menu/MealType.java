package fr.preau.plugins.cantine.menu;

import java.util.List;

/** The meals of a day, in the order in which they are eaten (SCDL {@code menuRepasType}). */
public enum MealType implements ScdlTerm {
    /** Breakfast. */
    PETIT_DEJEUNER("petit-déjeuner", "petit dej"),
    /** A snack in the morning. */
    COLLATION("collation"),
    /** Lunch: the canteen's meal. */
    DEJEUNER("déjeuner", "dej", "midi", "repas", "repas de midi"),
    /** A picnic. */
    PIQUE_NIQUE("pique-nique", "piquenique"),
    /** The children's snack at four. */
    GOUTER("goûter", "quatre heures"),
    /** Dinner. */
    DINER("dîner", "souper", "soir"),
    /** Any other. */
    AUTRE("autre");

    /** To find a meal by its name. */
    public static final Vocabulary<MealType> WORDS = new Vocabulary<>(MealType.class);

    private final String scdl;
    private final List<String> alsoSpelled;

    MealType(String scdl, String... alsoSpelled) {
        this.scdl = scdl;
        this.alsoSpelled = List.of(alsoSpelled);
    }

    @Override
    public String scdl() {
        return scdl;
    }

    @Override
    public List<String> alsoSpelled() {
        return alsoSpelled;
    }
}
