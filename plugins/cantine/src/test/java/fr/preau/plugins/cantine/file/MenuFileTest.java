package fr.preau.plugins.cantine.file;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.directory.Problem;
import fr.preau.api.directory.Problem.Severity;
import fr.preau.api.web.Upload;
import fr.preau.plugins.cantine.menu.Allergen;
import fr.preau.plugins.cantine.menu.Allergens;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.Dish;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Siqo;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MenuFileTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private static List<Dish> dishes(MenuReading reading) {
        return reading.lines().stream()
                .map(MenuLine::dish)
                .filter(Objects::nonNull)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "menuDate,menuRepasType,menuPlatType,menuPlatNom,menuPlatAllergene",
                "menuDate,menuTypeRepas,menuTypePlat,menuNomPlat,menuPlatAllergene",
                "menu_date,menu_type_repas,menu_type_plat,menu_nom_plat,menu_allergene_plat",
                "MENUDATE ,  menuRepasType,menuplattype, Menu Plat Nom,menuPlatAllergène"
            })
    void all_versions_of_the_format_say_the_same(String headers) {
        MenuReading reading = Files.read(headers, "2026-11-23,goûter,dessert,Pomme,\"[\"\"lait\"\",\"\"soja\"\"]\"");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.lines()).singleElement().satisfies(line -> {
            assertThat(line.date()).isEqualTo(MONDAY);
            assertThat(line.meal()).isEqualTo(MealType.GOUTER);
            assertThat(line.line()).isEqualTo(2);
        });
        assertThat(dishes(reading)).singleElement().satisfies(dish -> {
            assertThat(dish.course()).isEqualTo(Course.DESSERT);
            assertThat(dish.allergens()).isEqualTo(Allergens.of(List.of(Allergen.SOJA, Allergen.LAIT)));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lait;soja", "lait, soja", "Lait | SOJA", "[\"\"lait\"\",\"\"soja\"\"]", "['lait', 'soja']"})
    void a_list_in_a_cell_is_written_in_many_ways(String cell) {
        assertThat(dishes(Files.read("menuDate;menuPlatNom;menuPlatAllergene", "2026-11-23;Riz;\"" + cell + "\"")))
                .singleElement()
                .extracting(Dish::allergens)
                .isEqualTo(Allergens.of(List.of(Allergen.SOJA, Allergen.LAIT)));
    }

    @Test
    void an_empty_cell_says_nothing_of_allergens_and_an_empty_list_says_none() {
        List<Dish> dishes = dishes(Files.read(
                "menuDate;menuPlatNom;menuPlatAllergene",
                "2026-11-23;A;",
                "2026-11-23;B;[]",
                "2026-11-23;C;aucun",
                "2026-11-23;D;non renseigné",
                "2026-11-23;E"));
        assertThat(dishes)
                .extracting(Dish::allergens)
                .containsExactly(
                        Allergens.UNKNOWN, Allergens.NONE, Allergens.NONE, Allergens.UNKNOWN, Allergens.UNKNOWN);
    }

    @Test
    void one_word_that_is_not_understood_makes_the_allergens_unknown_and_is_told() {
        MenuReading reading =
                Files.read("menuDate;menuPlatNom;menuPlatAllergene", "2026-11-23;Gratin;\"lait;glutamate\"");
        assertThat(dishes(reading)).extracting(Dish::allergens).containsExactly(Allergens.UNKNOWN);
        assertThat(reading.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.severity()).isEqualTo(Severity.WARNING);
            assertThat(problem.line()).isEqualTo(2);
            assertThat(problem.column()).isEqualTo("menuPlatAllergene");
            assertThat(problem.message()).contains("glutamate");
        });
    }

    @Test
    void a_sign_that_is_not_official_is_kept_in_words() {
        assertThat(dishes(Files.read("Date;Plat;menuPlatSiqo", "23/11/2026;Riz;\"bio;HVE\"")))
                .singleElement()
                .satisfies(dish -> {
                    assertThat(dish.siqo()).containsExactly(Siqo.BIO);
                    assertThat(dish.label()).isEqualTo("HVE");
                });
    }

    @Test
    void encodings_are_told_from_the_bytes() {
        String[] lines = {"Date;Plat", "2026-11-23;Bœuf à l’échalote"};
        for (Charset charset :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            assertThat(dishes(Files.read(charset, lines)))
                    .extracting(Dish::name)
                    .containsExactly("Bœuf à l’échalote");
        }
        lines[0] = "\uFEFFDate;Plat";
        assertThat(dishes(Files.read(lines))).hasSize(1);
        assertThat(dishes(Files.read("Date;Plat", "2026-11-23;B\u009Cuf")))
                .extracting(Dish::name)
                .containsExactly("Bœuf");
    }

    @Test
    void a_bad_line_is_left_out_and_told_the_others_are_taken() {
        MenuReading reading = Files.read(
                "Date;Plat;couleur",
                "hier;Riz;x",
                "2026-11-23;;x",
                "2026-11-23;" + "a".repeat(161) + ";x",
                "2026-11-23;Pain;x",
                "2026-13-01;Pain;x");
        assertThat(dishes(reading)).extracting(Dish::name).containsExactly("Pain");
        assertThat(reading.ignoredColumns()).containsExactly("couleur");
        assertThat(reading.problems()).extracting(Problem::line).containsExactly(2, 3, 4, 6);
        assertThat(reading.problems())
                .allSatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.LINE));
    }

    @Test
    void a_line_per_day_has_a_column_per_course() {
        MenuReading reading = Files.read(
                "Date;Secteur;Commentaire jour;Code_entrée;Entrée;Plat;Légumes;Laitage;Dessert;Gouter;Gouter_02",
                "30/08/2026;1;;AB;\"Melon\nou pastèque\nRadis\";Poulet;Riz;Pont-l'évêque;Glace;Pain;Chocolat",
                "31/08/2026;1;;;FÉRIÉ;Férié;;;;;");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.ignoredColumns()).containsExactly("Commentaire jour", "Code_entrée");
        assertThat(dishes(reading))
                .extracting(Dish::name)
                .containsExactly(
                        "Melon ou pastèque", "Radis", "Poulet", "Riz", "Pont-l'évêque", "Glace", "Pain", "Chocolat");
        assertThat(dishes(reading))
                .extracting(Dish::course)
                .startsWith(Course.ENTREE, Course.ENTREE, Course.PLAT, Course.GARNITURE, Course.PRODUIT_LAITIER);
        assertThat(reading.lines().get(6).meal()).isEqualTo(MealType.GOUTER);
        assertThat(reading.lines().get(8).closedReason()).isEqualTo("jour férié");
    }

    @Test
    void what_is_no_csv_is_refused_with_a_word_on_what_to_do() {
        assertRefused("PK\u0003\u0004 classeur".getBytes(StandardCharsets.ISO_8859_1), "classeur");
        assertRefused("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "PDF");
        assertRefused(new byte[0], "vide");
        assertRefused("nom;prix\nRiz;2".getBytes(StandardCharsets.UTF_8), "colonnes attendues");
        assertRefused("Date;Plat\n2026-11-23;\"Riz\n2026-11-24;Pain".getBytes(StandardCharsets.UTF_8), "guillemet");
    }

    private static void assertRefused(byte[] bytes, String word) {
        MenuReading reading = MenuFile.read(new Upload("menus.csv", bytes));
        assertThat(reading.unreadable()).isTrue();
        assertThat(reading.problems().get(0).message()).contains(word);
    }

    @Property(tries = 300)
    void never_throws_whatever_the_bytes(@ForAll byte[] bytes) {
        MenuFile.read(new Upload("menus.csv", bytes));
    }

    @Property(tries = 300)
    void never_throws_whatever_the_cells(@ForAll String one, @ForAll String two) {
        MenuReading reading = Files.read("menuDate;menuPlatNom;menuPlatAllergene", "2026-11-23;" + one + ";" + two);
        assertThat(reading.lines()).allSatisfy(line -> assertThat(line.date()).isNotNull());
    }
}
