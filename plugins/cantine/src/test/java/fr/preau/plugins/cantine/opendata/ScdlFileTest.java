package fr.preau.plugins.cantine.opendata;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.directory.School;
import fr.preau.plugins.cantine.file.Files;
import fr.preau.plugins.cantine.file.MenuLine;
import fr.preau.plugins.cantine.file.MenuReading;
import fr.preau.plugins.cantine.menu.Contents;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.DayState;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.Meal;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Place;
import fr.preau.plugins.cantine.menu.Trace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ScdlFileTest {
    private static final School SCHOOL =
            new School(UUID.randomUUID(), "0990001A", "École élémentaire de l’Essai", "Essai");
    private static final Publisher TOWN = new Publisher("Commune d’Essai", "73282932000074", "Cuisine d’Essai", "");

    private static String file(DayContent content) {
        Instant published = Instant.parse("2026-11-20T08:30:15.123456Z");
        ScdlFile file = new ScdlFile(TOWN);
        file.add(
                SCHOOL,
                new MenuDay(
                        UUID.randomUUID(),
                        1,
                        LocalDate.of(2026, 11, 23),
                        Place.EVERYWHERE,
                        DayState.PUBLISHED,
                        content,
                        new Trace(published, "", published, null, "")));
        return file.text();
    }

    @Provide
    Arbitrary<DayContent> days() {
        return Contents.open();
    }

    @Property(tries = 300)
    void what_is_written_is_read_again(@ForAll("days") DayContent content) {
        MenuReading reading = Files.read(file(content));
        assertThat(reading.problems()).isEmpty();
        Map<String, List<Dish>> meals = new LinkedHashMap<>();
        for (MenuLine line : reading.lines()) {
            if (line.dish() != null) {
                meals.computeIfAbsent(line.meal() + line.convives(), key -> new ArrayList<>())
                        .add(line.dish());
            }
        }
        Map<String, List<Dish>> written = new LinkedHashMap<>();
        for (Meal meal : content.meals()) {
            written.put(meal.type() + meal.convives(), meal.dishes());
        }
        assertThat(meals).isEqualTo(written);
    }

    @Test
    void columns_and_compulsory_values_are_those_of_the_schema() {
        String[] lines = file(Contents.lunch("Riz")).split("\r\n");
        assertThat(lines[0]).isEqualTo(String.join(",", ScdlFile.HEADERS));
        assertThat(lines[1])
                .isEqualTo("Commune d’Essai,73282932000074,Cuisine d’Essai,,École élémentaire de l’Essai,,0990001A,EN,"
                        + "élémentaire,tous,2026-11-23,déjeuner,autre,Riz,,,,,,,,,,2026-11-20T08:30:15Z,,");
    }

    @Test
    void a_closed_day_has_no_line() {
        assertThat(file(new DayContent(true, "pont", "", Contents.lunch("Riz").meals()))
                        .lines())
                .hasSize(1);
    }

    @Test
    void a_siret_is_checked() {
        assertThat(new Publisher("Essai", "732 829 320 00074", "Cuisine", "").faults())
                .isEmpty();
        assertThat(new Publisher("Essai", "73282932000075", "Cuisine", "").faults())
                .containsOnlyKeys("siret");
        assertThat(new Publisher("Essai", "35600000049837", "Cuisine", "1").faults())
                .containsOnlyKeys("kitchenSiret");
        assertThat(new Publisher(" ", "", "", "").faults()).containsOnlyKeys("name", "siret", "kitchenName");
    }
}
