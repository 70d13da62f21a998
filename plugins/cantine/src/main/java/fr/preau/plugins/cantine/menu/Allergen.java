package fr.preau.plugins.cantine.menu;

import java.util.List;

/**
 * The fourteen allergens that must be declared (regulation EU 1169/2011 “INCO”, annex II; in French canteens by décret
 * 2015-447), in the annex's order (SCDL {@code menuPlatAllergene}).
 */
public enum Allergen implements ScdlTerm {
    /** Cereals that contain gluten. */
    GLUTEN("céréales contenant du gluten", "wheat", "gluten", "blé", "céréales", "céréales gluten"),
    /** Crustaceans. */
    CRUSTACES("crustacés", "shell"),
    /** Eggs; the schema writes them without ligature. */
    OEUFS("oeufs", "egg"),
    /** Fish. */
    POISSONS("poissons", "fish"),
    /** Peanuts. */
    ARACHIDES("arachides", "bean", "cacahuètes"),
    /** Soya. */
    SOJA("soja", "sprout", "soya"),
    /** Milk, lactose included. */
    LAIT("lait", "milk", "lactose", "produits laitiers", "lait et lactose", "lait lactose"),
    /** Nuts. */
    FRUITS_A_COQUE("fruits à coques", "nut", "noix", "fruits secs à coque"),
    /** Celery. */
    CELERI("céleri", "leafy-green"),
    /** Mustard. */
    MOUTARDE("moutarde", "flame"),
    /** Sesame. */
    SESAME("graines de sésame", "grip", "sésame"),
    /** Sulphur dioxide and sulphites above 10 mg/kg. */
    SULFITES(
            "anhydride sulfureux et sulfites",
            "wine",
            "sulfites",
            "anhydride sulfureux",
            "anhydrides sulfureux et sulfites",
            "SO2"),
    /** Lupin. */
    LUPIN("lupin", "flower-2"),
    /** Molluscs. */
    MOLLUSQUES("mollusques", "snail");

    /** To find an allergen by its name. */
    public static final Vocabulary<Allergen> WORDS = new Vocabulary<>(Allergen.class);

    private final String scdl;
    private final String icon;
    private final List<String> alsoSpelled;

    Allergen(String scdl, String icon, String... alsoSpelled) {
        this.scdl = scdl;
        this.icon = icon;
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

    /** The name of a Lucide icon. It never stands without its word. */
    public String icon() {
        return icon;
    }
}
