package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import fr.preau.api.directory.DirectoryReading.Child;
import fr.preau.api.directory.Problem.Severity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a table may be written: separators, line ends, quotes, ragged rows, lines that are no one's. */
class TableShapesTest {
    @ParameterizedTest
    @CsvSource({"semicolon, true", "semicolon, false", "comma, true", "tab, true", "tab, false"})
    void separators_quotes_and_line_ends_make_no_difference(String separator, boolean quoted) {
        char character = switch (separator) {
            case "comma" -> ',';
            case "tab" -> '\t';
            default -> ';';
        };
        for (String end : List.of("\r\n", "\n", "\r")) {
            String text = OndeFiles.guardians().text(character, end, quoted);
            for (String each : List.of(text, text.stripTrailing(), text + end + end)) {
                Reading reading = Reading.ofText(each);
                assertThat(reading.problems()).isEmpty();
                assertThat(reading.guardians())
                        .isEqualTo(Reading.of(OndeFiles.guardians()).guardians());
            }
        }
    }

    @Test
    void half_quoted_cells_and_doubled_quotes_are_read() {
        Reading reading = Reading.ofText("\"Nom élève\";Prénom élève;\"Date naissance\";\"Classe\"\r\n"
                + "EXEMPLE;\"Zoé\";02/03/2019;\"CP \"\"Les Lutins\"\"\"\r\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupil().className()).isEqualTo("CP \"Les Lutins\"");
    }

    @Test
    void an_address_of_several_lines_stays_one_cell() {
        Reading reading = Reading.of(OndeFiles.pupils()
                .with(OndeFiles.pupils().rows().subList(0, 1))
                .set(0, "Adresse1", "Bâtiment B\r\n 1 rue de l'Essai \r\n"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupil().addresses().get(0).street()).isEqualTo("Bâtiment B\n1 rue de l'Essai");
    }

    @Test
    void lines_are_counted_as_an_editor_does_even_after_a_cell_of_several_lines() {
        Reading reading = Reading.of(OndeFiles.pupils()
                .set(0, "Adresse1", "Bâtiment B\r\n1 rue de l'Essai")
                .set(1, "Prénom élève", ""));
        assertThat(reading.problem()).startsWith("LINE essai.csv:4 [Prénom élève] Le prénom manque");
    }

    @Test
    void the_repeated_headers_of_the_guardians_file_give_each_child() {
        Reading reading = Reading.of(OndeFiles.guardians());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.guardians().get(0).children())
                .extracting(child -> child.name().first(), Child::className)
                .containsExactly(tuple("Zoé", "CP-A"), tuple("Léa", "CE1-B"));
        assertThat(reading.guardians().get(1).children())
                .singleElement()
                .satisfies(child -> assertThat(child.name().shown()).isEqualTo("INVENTÉ"));
    }

    @Test
    void ragged_rows_end_after_their_last_child() {
        String header = String.join(";", OndeFiles.guardians().headers());
        Reading reading = Reading.ofText(header + "\n"
                + "MME;;EXEMPLE;Chloé;;;;;;;;;;EXEMPLE;Zoé;CP-A\n"
                + "M.;;FICTIF;Gaël;;;;;;;;;;FICTIF;Éloi;CE1-B;;FICTIF;Maëlle;CP-A\n");
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.guardians())
                .extracting(guardian -> guardian.children().size())
                .containsExactly(1, 2);
    }

    @Test
    void cells_beyond_the_headers_are_told() {
        Reading reading = Reading.of(OndeFiles.teachers().row("M.;;TABLEAU;Lou;;;;;;;;Non;CP-A;de trop"));
        assertThat(reading.teachers()).hasSize(3);
        assertThat(reading.problem()).startsWith("WARNING essai.csv:4 ").contains("plus de cellules que de titres");
    }

    @Test
    void a_footer_and_empty_lines_are_no_ones() {
        Reading reading = Reading.ofText(OndeFiles.pupils().text() + ";;;;\r\n\r\nExtraction du 15/09/2026\r\n");
        assertThat(reading.pupils()).hasSize(2);
        assertThat(reading.problem()).startsWith("WARNING essai.csv:6 ").contains("ne parle de personne");
    }

    @Test
    void a_line_for_spreadsheets_before_the_headers_is_skipped() {
        Reading reading = Reading.ofText("sep=,\r\n" + OndeFiles.pupils().text(',', "\r\n", true));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupils()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n\r\n", "\uFEFF", ";;;\n ; \n"})
    void an_empty_file_is_refused(String text) {
        assertThat(Reading.ofText(text).problem())
                .isEqualTo("FILE essai.csv Le fichier est vide. " + "Exportez-le à nouveau depuis ONDE.");
    }

    @Test
    void headers_alone_say_nothing_about_anyone() {
        Reading reading = Reading.of(OndeFiles.pupils().with(List.of()));
        assertThat(reading.result().pupils()).isNull();
        assertThat(reading.problem()).startsWith("WARNING essai.csv ").contains("pas d'autre ligne que ses titres");
    }

    @Test
    void a_quote_that_is_never_closed_is_refused_where_it_opens() {
        String text = OndeFiles.pupils().text() + "\"MODÈLE;;Anaïs;02/03/2016;F\r\nFABLE;;Tom;03/03/2016;M\r\n";
        assertThat(Reading.ofText(text).problem()).startsWith("FILE essai.csv:4 Un guillemet est mal fermé");
    }

    @Test
    void a_quote_that_swallows_the_next_lines_is_refused_where_it_opens() {
        String header = String.join(";", OndeFiles.pupils().headers());
        String lines = "EXEMPLE;;\"Zoé;02/03/2019;F;;;;;;;;;;;CP;CP-A;;;;;\r\n"
                + "FICTIF;;Éloi;30/11/2018;M;;;;;;;;;;;CP;CP-A;;;;;\r\n"
                + "FABLE;;Tom\";03/03/2016;M;;;;;;;;;;;CP;CP-A;;;;;\r\n";
        assertThat(Reading.ofText(header + "\r\n" + lines).problem())
                .startsWith("FILE essai.csv:2 Un guillemet est mal fermé");
    }

    @Test
    void a_table_of_no_school_is_refused_in_true_words() {
        assertThat(Reading.ofText("x;".repeat(50_000) + "\n").problem())
                .startsWith("FILE essai.csv:1 Cette ligne a bien trop de cellules");
        String line = String.join(";", OndeFiles.pupils().rows().get(0)) + "\n";
        String header = String.join(";", OndeFiles.pupils().headers()) + "\n";
        assertThat(Reading.ofText(header + line.repeat(10_001)).problem())
                .startsWith("FILE essai.csv Le fichier a plus de 10000 lignes");
    }

    @Test
    void a_long_file_is_read_in_a_moment() {
        Sheet teachers = OndeFiles.teachers();
        StringBuilder text = new StringBuilder(String.join(";", teachers.headers()) + "\n");
        for (int i = 0; i < 9_000; i++) {
            text.append("MME;;CRAIE").append(i).append(";Camille;;;;;;;;Non;CP\n");
        }
        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(Reading.ofText(text.toString()).teachers()).hasSize(9_000));
    }

    @Test
    void a_file_given_twice_is_read_once() {
        Reading reading = Reading.of(
                OndeFiles.pupils().upload("a.csv"), OndeFiles.pupils().upload("b.csv"));
        assertThat(reading.pupils()).hasSize(2);
        assertThat(reading.problem()).startsWith("WARNING b.csv ").contains("donné deux fois");
    }

    @Test
    void two_files_of_one_kind_are_put_together() {
        Reading reading = Reading.of(
                OndeFiles.pupils().with(OndeFiles.pupils().rows().subList(0, 1)).upload("a.csv"),
                OndeFiles.pupils().with(OndeFiles.pupils().rows().subList(1, 2)).upload("b.csv"));
        assertThat(reading.pupils()).extracting(pupil -> pupil.origin().file()).containsExactly("a.csv", "b.csv");
    }

    @Test
    void a_bad_line_never_stops_the_good_ones() {
        Reading reading = Reading.of(OndeFiles.pupils()
                .row("SANSPRÉNOM;;;03/03/2016;M;;;;;;;;;;;CP;CP-A;;;;;")
                .row(";;Sansnom;03/03/2016;M;;;;;;;;;;;CP;CP-A;;;;;")
                .row("FABLE;;Tom;03/03/2016;M;;;;;;;;;;;CP;CP-A;;;;;"));
        assertThat(reading.pupils()).extracting(pupil -> pupil.name().first()).containsExactly("Zoé", "Éloi", "Tom");
        assertThat(reading.problems(List.of(Severity.LINE))).hasSize(2).satisfies(problems -> {
            assertThat(problems.get(0)).startsWith("LINE essai.csv:4 [Prénom élève] Le prénom manque");
            assertThat(problems.get(1)).startsWith("LINE essai.csv:5 [Nom élève] Le nom manque");
        });
    }
}
