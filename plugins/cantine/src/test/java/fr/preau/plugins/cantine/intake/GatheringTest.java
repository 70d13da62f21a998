package fr.preau.plugins.cantine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.directory.School;
import fr.preau.plugins.cantine.file.Files;
import fr.preau.plugins.cantine.file.MenuReading;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GatheringTest {
    private static final School BOIS = new School(UUID.randomUUID(), "0990001A", "École du Bois", "Essai");
    private static final School PRE = new School(UUID.randomUUID(), "0990002B", "École du Pré", "Essai");
    private static final String HEADERS = "menuRestaurantNom;menuRestaurantId;menuRestaurantType;menuDate;menuPlatNom";

    private static Gathering gather(List<School> schools, String target, String... lines) {
        String[] file = new String[lines.length + 1];
        file[0] = HEADERS;
        System.arraycopy(lines, 0, file, 1, lines.length);
        MenuReading reading = Files.read(file);
        return new Gathering(reading, new Canteens(schools, target, reading.lines()));
    }

    private static List<String> names(IncomingDay day) {
        return day.content().meals().stream()
                .flatMap(meal -> meal.dishes().stream())
                .map(Dish::name)
                .toList();
    }

    @Test
    void the_only_school_gets_everything_that_feeds_schools() {
        Gathering days = gather(
                List.of(BOIS),
                Target.FILE,
                "Cuisine centrale;;élémentaire;2026-11-23;Riz",
                "Les Tilleuls;;EHPAD;2026-11-23;Potage");
        assertThat(days.days()).singleElement().satisfies(day -> {
            assertThat(day.place().everywhere()).isTrue();
            assertThat(names(day)).containsExactly("Riz");
        });
        assertThat(days.elsewhere()).containsExactly("Les Tilleuls (EHPAD)");
        assertThat(days.linesElsewhere()).isEqualTo(1);
    }

    @Test
    void a_school_is_known_by_its_number_or_by_its_name() {
        Gathering days = gather(
                List.of(BOIS, PRE),
                Target.FILE,
                "Restaurant 1;0990001a;élémentaire;2026-11-23;Riz",
                "ECOLE DU PRE;;;2026-11-23;Pâtes",
                "Ailleurs;0770003C;élémentaire;2026-11-23;Frites");
        assertThat(days.days())
                .extracting(day -> day.place().uai() + " " + names(day))
                .containsExactly("0990001A [Riz]", "0990002B [Pâtes]");
        assertThat(days.elsewhere()).containsExactly("Ailleurs (élémentaire)");
    }

    @Test
    void nursery_and_elementary_classes_that_eat_differently_are_two_meals() {
        Gathering days = gather(
                List.of(BOIS),
                Target.FILE,
                "École du Bois;;maternelle;2026-11-23;Purée",
                "École du Bois;;élémentaire;2026-11-23;Frites",
                "École du Bois;;maternelle;2026-11-24;Riz",
                "École du Bois;;élémentaire;2026-11-24;Riz");
        assertThat(days.days().get(0).content().meals())
                .extracting(Meal::convives)
                .containsExactly("maternelle", "élémentaire");
        assertThat(days.days().get(1).content().meals())
                .singleElement()
                .extracting(Meal::convives)
                .isEqualTo("");
    }

    @Test
    void a_closed_day_needs_no_dish_and_yields_to_dishes() {
        Gathering days =
                gather(List.of(BOIS), Target.FILE, ";;;2026-11-11;FÉRIÉ", ";;;2026-11-12;FERMÉ", ";;;2026-11-12;Riz");
        assertThat(days.days().get(0).content().closed()).isTrue();
        assertThat(days.days().get(0).content().closedReason()).isEqualTo("jour férié");
        assertThat(days.days().get(1).content().closed()).isFalse();
        assertThat(days.problems()).hasSize(1);
    }

    @Test
    void a_menu_repeated_for_each_school_is_one_menu_for_all() {
        Gathering days = gather(
                List.of(BOIS, PRE),
                Target.FILE,
                ";0990001A;;2026-11-23;Riz",
                ";0990002B;;2026-11-23;Riz",
                ";0990001A;;2026-11-24;Riz",
                ";0990002B;;2026-11-24;Pâtes");
        List<DayChange> changes = new Comparison(List.of(), List.of(BOIS, PRE)).changes(days.days());
        assertThat(changes)
                .extracting(change -> change.slot().date().getDayOfMonth()
                        + change.slot().place().uai())
                .containsExactly("23", "240990001A", "240990002B");
    }
}
