package fr.preau.plugins.cantine.web;

import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Allergens;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Regime;
import fr.preau.plugins.cantine.menu.Siqo;
import java.util.List;
import java.util.Map;

/**
 * A dish as it stands in the form, faults included. Immutable.
 *
 * @param none whether “none of the fourteen” is ticked
 * @param fresh whether the row was just asked for, and takes the keyboard
 * @param faults what is wrong, by field
 */
public record DishForm(
        Course course,
        String name,
        String code,
        List<Siqo> siqo,
        String label,
        List<Regime> regimes,
        String precision,
        List<Allergen> contained,
        boolean none,
        boolean fresh,
        Map<String, String> faults) {

    static DishForm empty(Course course, boolean fresh) {
        return new DishForm(course, "", "", List.of(), "", List.of(), "", List.of(), false, fresh, Map.of());
    }

    static DishForm of(Dish dish) {
        List<Allergen> contained =
                dish.allergens() instanceof Allergens.Declared declared ? declared.contained() : List.of();
        return new DishForm(
                dish.course(),
                dish.name(),
                dish.code(),
                dish.siqo(),
                dish.label(),
                dish.regimes(),
                dish.precision(),
                contained,
                dish.allergens().equals(Allergens.NONE),
                false,
                Map.of());
    }

    /** Whether it is a row left blank. */
    boolean blank() {
        return name.isBlank();
    }

    /** Whether something is said about its allergens. */
    public boolean declared() {
        return none || !contained.isEmpty();
    }

    /** Whether the details hold a fault, and must be open to show it. */
    public boolean detailsFaulty() {
        return faults.keySet().stream().anyMatch(field -> !field.equals("name"));
    }

    Dish dish() {
        Allergens allergens =
                !contained.isEmpty() ? Allergens.of(contained) : none ? Allergens.NONE : Allergens.UNKNOWN;
        return new Dish(course, name, code, siqo, label, regimes, precision, allergens);
    }

    DishForm with(Map<String, String> found) {
        return new DishForm(
                course, name, code, siqo, label, regimes, precision, contained, none, fresh, Map.copyOf(found));
    }
}
