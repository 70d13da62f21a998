package fr.preau.plugins.cantine.menu;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Any content of a day that the rules accept. */
public final class Contents {
    private Contents() {}

    private static final Arbitrary<String> WORDS = Arbitraries.strings()
            .withChars("abcdéèœç ,;|\"'[]\\()/-=+@%°&\u00A0\u2019\n")
            .ofMaxLength(30);

    /** Names that are not empty once tidied. */
    public static Arbitrary<String> names() {
        return WORDS.map(text -> "Plat " + text);
    }

    /** Known or unknown allergens. */
    public static Arbitrary<Allergens> allergens() {
        return Arbitraries.of(Allergen.class)
                .list()
                .ofMaxSize(4)
                .map(Allergens::of)
                .injectNull(0.4)
                .map(known -> known == null ? Allergens.UNKNOWN : known);
    }

    /** Dishes. */
    public static Arbitrary<Dish> dishes() {
        return Combinators.combine(
                        Arbitraries.of(Course.class),
                        names(),
                        Arbitraries.strings().alpha().ofMaxLength(Dish.CODE_MAX),
                        Arbitraries.of(Siqo.class).list().ofMaxSize(2),
                        WORDS,
                        Arbitraries.of(Regime.class).list().ofMaxSize(2),
                        WORDS,
                        allergens())
                .as(Dish::new);
    }

    /** Meals, for everyone or for some. */
    public static Arbitrary<Meal> meals() {
        return Combinators.combine(
                        Arbitraries.of(MealType.class),
                        Arbitraries.of("", "maternelle", "adultes"),
                        dishes().list().uniqueElements().ofMinSize(1).ofMaxSize(5))
                .as(Meal::new);
    }

    /** Open days. */
    public static Arbitrary<DayContent> open() {
        return Combinators.combine(
                        WORDS,
                        meals().list()
                                .uniqueElements(meal -> meal.type() + meal.convives())
                                .ofMinSize(1)
                                .ofMaxSize(3))
                .as((note, meals) -> new DayContent(false, "", note, meals));
    }

    /** Open, closed and empty days. */
    public static Arbitrary<DayContent> any() {
        return Arbitraries.oneOf(
                open(),
                open().map(day -> new DayContent(true, "pont", day.note(), day.meals())),
                Arbitraries.of(DayContent.EMPTY, DayContent.closed(""), DayContent.closed("jour férié")));
    }

    /** A lunch of dishes of which only the names are known. */
    public static DayContent lunch(String... dishes) {
        return new DayContent(
                false,
                "",
                "",
                List.of(new Meal(
                        MealType.DEJEUNER,
                        "",
                        List.of(dishes).stream()
                                .map(name -> Dish.named(Course.AUTRE, name))
                                .toList())));
    }
}
