package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are told apart and columns are found by their headers, however these are spelt. */
class HeadersTest {
    @Test
    void the_three_files_are_told_apart_whatever_their_names() {
        Reading reading = Reading.of(
                OndeFiles.teachers().upload("CSVExtraction.csv"),
                OndeFiles.guardians().upload("CSVExtraction (1).csv"),
                OndeFiles.pupils().upload("CSVExtraction (2).csv"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupils()).hasSize(2);
        assertThat(reading.guardians()).hasSize(2);
        assertThat(reading.teachers()).hasSize(2);
    }

    @Test
    void a_list_that_was_not_given_is_not_an_empty_list() {
        Reading reading = Reading.of(OndeFiles.guardians());
        assertThat(reading.result().pupils()).isNull();
        assertThat(reading.result().teachers()).isNull();
    }

    @Test
    void be1d_and_onde_say_the_same() {
        Reading old = Reading.of(OndeFiles.oldPupils());
        Reading now = Reading.of(OndeFiles.pupils());
        assertThat(old.problems()).isEmpty();
        assertThat(now.problems()).isEmpty();
        for (int i = 0; i < 2; i++) {
            assertThat(old.pupils().get(i).name()).isEqualTo(now.pupils().get(i).name());
            assertThat(old.pupils().get(i).birthDate())
                    .isEqualTo(now.pupils().get(i).birthDate());
            assertThat(old.pupils().get(i).sex()).isEqualTo(now.pupils().get(i).sex());
            assertThat(old.pupils().get(i).photoConsent())
                    .isEqualTo(now.pupils().get(i).photoConsent());
        }
        assertThat(now.pupils().get(1).classExternalId()).isEqualTo("102");
        assertThat(now.pupils().get(1).ine()).isEqualTo("000000002BB");
        assertThat(now.pupils().get(1).addresses()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "Nom élève, NOM ELEVE",
        "Nom élève, Nom de famille élève",
        "Nom élève, Nom*",
        "Prénom élève, Prénom élève 1",
        "Prénom élève, ' Prénom  Elève '",
        "Nom d'usage élève, Nom d’usage élève",
        "Date naissance, Né(e) le",
        "Date naissance, Date de naissance*",
        "Libellé classe, Classes",
        "Autorisation photo, Autorisations photos"
    })
    void a_header_may_be_spelt_otherwise(String header, String other) {
        Sheet sheet = OndeFiles.pupils();
        Reading reading = Reading.ofText(sheet.rename(header, other).text());
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupils()).isEqualTo(Reading.of(sheet).pupils());
    }

    @Test
    void an_unknown_column_is_told_and_left() {
        Reading reading = Reading.of(OndeFiles.pupils().rename("Attestation fournie", "Couleur préférée"));
        assertThat(reading.pupils()).hasSize(2);
        assertThat(reading.problem())
                .startsWith("WARNING essai.csv:1 [Couleur préférée] Cette colonne n'est pas connue");
    }

    @Test
    void the_extra_column_of_the_variant_is_known() {
        Sheet sheet = OndeFiles.guardians();
        assertThat(Reading.of(sheet.rename("Pays", "Numéro de poste")).problems())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nom élève", "Prénom élève"})
    void a_missing_column_is_named(String header) {
        assertThat(Reading.of(OndeFiles.pupils().without(header)).problem())
                .startsWith("FILE essai.csv:1 Le fichier ressemble à celui des élèves")
                .contains("la colonne « " + header + " »");
    }

    @Test
    void pupils_without_a_column_of_classes_are_read_with_a_warning() {
        Reading reading = Reading.of(OndeFiles.pupils().without("Libellé classe"));
        assertThat(reading.pupils()).extracting(pupil -> pupil.className()).containsOnly("");
        assertThat(reading.problem()).startsWith("WARNING essai.csv:1 ").contains("Classe");
    }

    @Test
    void another_table_is_refused_with_what_was_read() {
        assertThat(Reading.ofText("Plat;Allergènes;Prix\nPurée;lait;2\n").problem())
                .startsWith("FILE essai.csv:1 Ce n'est ni le fichier des élèves")
                .contains("« Plat », « Allergènes », « Prix »");
    }

    @Test
    void prose_is_refused() {
        assertThat(Reading.ofText("Bonjour,\nvoici la liste des élèves.\n").problem())
                .startsWith("FILE essai.csv:1 Ce n'est ni le fichier");
    }

    @Test
    void several_columns_of_classes_are_all_the_classes_of_a_teacher() {
        Reading reading = Reading.ofText("nom;prenom;directeur;classe;classe\nCRAIE;Camille;non;CP-A;CE1-B\n");
        assertThat(reading.teachers())
                .singleElement()
                .satisfies(teacher -> assertThat(teacher.classNames()).isEqualTo(List.of("CP-A", "CE1-B")));
    }
}
