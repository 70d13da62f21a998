package fr.preau.plugins.cantine.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Contents;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.MealType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DayFormTest {
    @Provide
    Arbitrary<DayContent> days() {
        return Contents.any();
    }

    /** The fields of a page that shows this form, as a browser would send them. */
    private static MultivaluedMap<String, String> fields(DayForm form) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        fields.putSingle("seen", form.seen());
        fields.putSingle("closedReason", form.closedReason());
        fields.putSingle("note", form.note());
        if (form.closed()) {
            fields.putSingle("closed", "yes");
        }
        for (int m = 0; m < form.meals().size(); m++) {
            MealForm meal = form.meals().get(m);
            fields.putSingle("m" + m + ".type", meal.type().name());
            fields.putSingle("m" + m + ".convives", meal.convives());
            for (Course course : Course.values()) {
                for (MealForm.Numbered row : meal.rows(course)) {
                    put(fields, "m" + m + ".d" + row.number() + ".", row.dish());
                }
            }
        }
        return fields;
    }

    private static void put(MultivaluedMap<String, String> fields, String prefix, DishForm dish) {
        fields.putSingle(prefix + "course", dish.course().name());
        fields.putSingle(prefix + "name", dish.name());
        fields.putSingle(prefix + "code", dish.code());
        fields.putSingle(prefix + "label", dish.label());
        fields.putSingle(prefix + "precision", dish.precision());
        dish.siqo().forEach(term -> fields.add(prefix + "siqo", term.name()));
        dish.regimes().forEach(term -> fields.add(prefix + "regime", term.name()));
        dish.contained().forEach(term -> fields.add(prefix + "allergen", term.name()));
        if (dish.none()) {
            fields.putSingle(prefix + "none", "yes");
        }
    }

    private static DayForm form(DayContent content) {
        return new DayForm(
                "",
                content.closed(),
                content.closedReason(),
                content.note(),
                "",
                content.meals().stream().map(MealForm::of).toList(),
                Map.of());
    }

    @Property(tries = 300)
    void showing_a_day_and_sending_it_back_changes_nothing(@ForAll("days") DayContent content) {
        DayForm sent = DayFormReader.read(fields(form(content).padded()));
        assertThat(sent.checked().faulty()).isFalse();
        assertThat(sent.content()).isEqualTo(content);
    }

    @Test
    void a_lunch_always_has_a_row_for_each_part() {
        MealForm lunch = form(DayContent.EMPTY).padded().meals().get(0);
        assertThat(lunch.type()).isEqualTo(MealType.DEJEUNER);
        assertThat(lunch.dishes())
                .extracting(DishForm::course)
                .containsExactly(Course.ENTREE, Course.PLAT, Course.GARNITURE, Course.PRODUIT_LAITIER, Course.DESSERT);
        assertThat(form(DayContent.EMPTY).padded().content()).isEqualTo(DayContent.EMPTY);
    }

    @Test
    void none_of_the_fourteen_and_one_of_them_contradict_each_other() {
        DayForm form = form(Contents.lunch("Riz"));
        DishForm dish = form.meals().get(0).dishes().get(0);
        DishForm both = new DishForm(
                dish.course(),
                dish.name(),
                "",
                List.of(),
                "",
                List.of(),
                "",
                List.of(Allergen.LAIT),
                true,
                false,
                Map.of());
        DayForm wrong = form.withMeal(0, new MealForm(MealType.DEJEUNER, "", List.of(both), Map.of()));
        assertThat(wrong.checked().faulty()).isTrue();
        assertThat(wrong.checked().meals().get(0).dishes().get(0).faults()).containsOnlyKeys("allergens");
        assertThat(wrong.checked().meals().get(0).dishes().get(0).detailsFaulty())
                .isTrue();
    }

    @Test
    void the_same_meal_twice_is_told_at_the_second() {
        DayForm twice = form(Contents.lunch("Riz"))
                .withMeal(MealForm.of(Contents.lunch("Pâtes").meals().get(0)));
        assertThat(twice.checked().meals().get(1).faults()).containsOnlyKeys("convives");
    }
}
