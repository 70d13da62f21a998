package fr.preau.plugins.cantine.menu;

import java.util.List;

/** The parts of a meal, in the order in which they are served (SCDL {@code menuPlatType}). */
public enum Course implements ScdlTerm {
    /** Starter. */
    ENTREE("entrée", "hors d'œuvre", "crudités", "potage", "soupe"),
    /** Main dish. */
    PLAT("plat principal", "plat", "plat protidique", "plat chaud", "viande", "poisson", "viande poisson", "vpo"),
    /** What goes with it. */
    GARNITURE("garniture", "accompagnement", "légume", "féculent", "légumes et féculents", "légume accompagnement"),
    /** Cheese, yoghurt. */
    PRODUIT_LAITIER(
            "produit laitier", "laitage", "fromage", "fromage laitage", "laitage fromage", "fromage ou laitage"),
    /** Dessert. */
    DESSERT("dessert", "fruit", "dessert fruit"),
    /** Bread. */
    PAIN("pain"),
    /** Anything else, or not said. */
    AUTRE("autre", "divers", "boisson");

    /** To find a course by its name. */
    public static final Vocabulary<Course> WORDS = new Vocabulary<>(Course.class);

    private final String scdl;
    private final List<String> alsoSpelled;

    Course(String scdl, String... alsoSpelled) {
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
