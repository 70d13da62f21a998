package fr.preau.plugins.cantine.file;

import fr.preau.plugins.cantine.menu.Spelling;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that are read in a file with a line per dish, by their names in SCDL 1.2.3, in older versions (all of which
 * differ), and in spreadsheets. Letter case, accents, blanks, underscores and plurals don't matter.
 */
enum Column {
    RESTAURANT_NAME("menuRestaurantNom", "menuRestNom", "restaurant", "école", "secteur", "cantine"),
    RESTAURANT_ID("menuRestaurantId", "menuRestId", "UAI"),
    RESTAURANT_TYPE("menuRestaurantType", "menuRestType"),
    CONVIVES("menuRestaurantConvive", "menuRestConvive", "convive"),
    DATE("menuDate", "date", "jour"),
    MEAL("menuRepasType", "menuTypeRepas", "repas", "type repas"),
    COURSE("menuPlatType", "menuTypePlat", "type plat", "type de plat", "composante"),
    NAME("menuPlatNom", "menuNomPlat", "plat", "menu", "nom plat", "nom du plat"),
    CODE("menuPlatCode", "menuCodePlat", "code plat"),
    SIQO("menuPlatSiqo", "menuSiqoPlat", "siqo"),
    LABEL("menuPlatLabel", "menuLabelPlat", "label"),
    PRECISION("menuPlatPrecision", "menuPrecisionPlat", "menuPrecPlat", "précision"),
    REGIME("menuPlatRegime", "menuRegimePlat", "menuRegPlat", "menuCategoriePlat", "régime"),
    ALLERGENS("menuPlatAllergene", "menuAllergenePlat", "menuAllerPlat", "allergène");

    /** Columns of the format that say nothing about what is eaten, or that the file's other columns repeat. */
    static final List<String> OF_THE_FORMAT = List.of(
            "menuCollNom",
            "menuCollSiret",
            "menuEtablissementNom",
            "menuEtablissementSiret",
            "menuRestaurantInsee",
            "menuRestaurantIdType",
            "menuPublicationDate");

    private final List<String> names;

    Column(String name, String... others) {
        this.names = Stream.concat(Stream.of(name), Stream.of(others)).toList();
    }

    /** The name of today's schema. */
    String scdl() {
        return names.get(0);
    }

    boolean isNamed(String header) {
        return names.stream().anyMatch(name -> key(name).equals(key(header)));
    }

    /** What remains of a header to compare by: {@code menu_type_repas} is {@code menuTypeRepas}. */
    static String key(String header) {
        return Spelling.key(header).replace(" ", "");
    }
}
