package fr.preau.plugins.cantine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Allergens;
import fr.preau.plugins.cantine.menu.Contents;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MealType;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class MergingTest {
    @Provide
    Arbitrary<DayContent> days() {
        return Contents.any();
    }

    @Property
    void twice_is_once(@ForAll("days") DayContent kept, @ForAll("days") DayContent incoming) {
        DayContent once = Merging.merge(kept, incoming);
        assertThat(Merging.merge(once, incoming)).isEqualTo(once);
    }

    @Property
    void what_is_there_is_not_said_to_change(@ForAll("days") DayContent day) {
        assertThat(Difference.between(day, day)).isEmpty();
    }

    @Test
    void allergens_typed_by_hand_survive_a_file_that_says_nothing_of_them() {
        Dish typed =
                new Dish(Course.PLAT, "Gratin", "", List.of(), "", List.of(), "", Allergens.of(List.of(Allergen.LAIT)));
        DayContent kept =
                new DayContent(false, "", "semaine du goût", List.of(new Meal(MealType.DEJEUNER, "", List.of(typed))));
        DayContent merged = Merging.merge(kept, Contents.lunch("Gratin", "Pomme"));
        assertThat(merged.note()).isEqualTo("semaine du goût");
        assertThat(merged.meals().get(0).dishes())
                .extracting(Dish::allergens)
                .containsExactly(Allergens.of(List.of(Allergen.LAIT)), Allergens.UNKNOWN);
    }

    @Test
    void of_two_dishes_of_the_same_name_none_inherits_allergens() {
        Dish typed =
                new Dish(Course.PLAT, "Gratin", "", List.of(), "", List.of(), "", Allergens.of(List.of(Allergen.LAIT)));
        DayContent kept = new DayContent(false, "", "", List.of(new Meal(MealType.DEJEUNER, "", List.of(typed))));
        assertThat(Merging.merge(kept, Contents.lunch("Gratin", "Gratin"))
                        .meals()
                        .get(0)
                        .dishes())
                .extracting(Dish::allergens)
                .containsOnly(Allergens.UNKNOWN);
    }

    @Test
    void a_meal_that_the_file_does_not_name_stays() {
        Meal snack = new Meal(MealType.GOUTER, "", List.of(Dish.named(Course.AUTRE, "Pain")));
        DayContent kept = new DayContent(false, "", "", List.of(snack));
        assertThat(Merging.merge(kept, Contents.lunch("Riz")).meals())
                .extracting(Meal::type)
                .containsExactly(MealType.DEJEUNER, MealType.GOUTER);
    }
}
