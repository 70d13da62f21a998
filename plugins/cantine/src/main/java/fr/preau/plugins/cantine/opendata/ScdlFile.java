package fr.preau.plugins.cantine.opendata;

import de.siegmar.fastcsv.writer.CsvWriter;
import fr.preau.api.directory.School;
import fr.preau.plugins.cantine.menu.Allergens;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.ScdlTerm;
import fr.preau.plugins.cantine.menu.Spelling;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes SCDL “menus-collectifs” 1.2.3: a line per dish and school, lists as JSON arrays. The format has no closed days:
 * they are left out. Unknown allergens are an empty cell, none of the fourteen an empty array. Not thread-safe; made for one
 * file.
 */
public final class ScdlFile {
    static final String[] HEADERS = {
        "menuCollNom",
        "menuCollSiret",
        "menuEtablissementNom",
        "menuEtablissementSiret",
        "menuRestaurantNom",
        "menuRestaurantInsee",
        "menuRestaurantId",
        "menuRestaurantIdType",
        "menuRestaurantType",
        "menuRestaurantConvive",
        "menuDate",
        "menuRepasType",
        "menuPlatType",
        "menuPlatNom",
        "menuPlatCode",
        "menuPlatSiqo",
        "menuPlatLabel",
        "menuPlatPrecision",
        "menuPlatRegime",
        "menuPlatAllergene",
        "menuPlatTexture",
        "menuPlatNutriscore",
        "menuPlatPrix",
        "menuPublicationDate",
        "menuModificationDate",
        "menuModificationInfo"
    };

    private final StringWriter text = new StringWriter();
    private final CsvWriter lines = CsvWriter.builder().build(text);
    private final Publisher publisher;

    /** Begins a file. */
    public ScdlFile(Publisher publisher) {
        this.publisher = publisher;
        lines.writeRecord(HEADERS);
    }

    /** Adds what a school is served on a day. */
    public void add(School school, MenuDay day) {
        for (Meal meal : day.content().served()) {
            for (Dish dish : meal.dishes()) {
                add(school, day, meal, dish);
            }
        }
    }

    private void add(School school, MenuDay day, Meal meal, Dish dish) {
        lines.writeRecord(
                publisher.name(),
                publisher.siret(),
                publisher.kitchenName(),
                publisher.kitchenSiret(),
                school.name(),
                "",
                school.uai(),
                "EN",
                restaurantType(school),
                meal.convives().isEmpty() ? "tous" : meal.convives(),
                day.date().toString(),
                meal.type().scdl(),
                dish.course().scdl(),
                dish.name(),
                dish.code(),
                dish.siqo().isEmpty() ? "" : array(dish.siqo()),
                dish.label(),
                dish.precision(),
                dish.regimes().isEmpty() ? "" : array(dish.regimes()),
                dish.allergens() instanceof Allergens.Declared declared ? array(declared.contained()) : "",
                "",
                "",
                "",
                moment(day.trace().publishedAt()),
                moment(day.trace().modifiedAt()),
                day.trace().modificationReason());
    }

    /** The whole file, to be sent as UTF-8. */
    public String text() {
        try {
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** The format knows no “école primaire”, which holds both: that is “autre”. */
    private static String restaurantType(School school) {
        String name = " " + Spelling.key(school.name()) + " ";
        boolean nursery = name.contains(" maternelle ");
        boolean elementary = name.contains(" elementaire ");
        return nursery == elementary ? "autre" : nursery ? "maternelle" : "élémentaire";
    }

    private static String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The terms are the schema's own: none holds a quote or a backslash. */
    private static String array(List<? extends ScdlTerm> terms) {
        return terms.stream().map(term -> '"' + term.scdl() + '"').collect(Collectors.joining(",", "[", "]"));
    }
}
