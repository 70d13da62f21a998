package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.directory.DirectoryReading.Name;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What single cells mean; what means nothing is not taken, and told with its line and column. */
class CellsTest {
    private static Reading pupil(String header, String value) {
        Sheet all = OndeFiles.pupils();
        return Reading.of(all.with(all.rows().subList(0, 1)).set(0, header, value));
    }

    private static Reading guardian(String header, String value) {
        Sheet all = OndeFiles.guardians();
        return Reading.of(all.with(all.rows().subList(0, 1)).set(0, header, value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2019-03-02",
                "02/03/2019",
                "2/3/2019",
                "02-03-2019",
                "02.03.2019",
                "02032019",
                "2032019",
                "20190302",
                "02/03/2019 00:00:00",
                "2019-03-02T00:00:00",
                "\u00A002/03/2019 "
            })
    void a_date_in_any_of_its_forms(String text) {
        Reading reading = pupil("Date naissance", text);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.pupil().birthDate()).isEqualTo(LocalDate.of(2019, 3, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2019", "2019-13-02", "hier", "43526", "02/03/19", "99999999", "02/03/1019", "0/0/0"})
    void what_is_no_date_is_not_guessed(String text) {
        Reading reading = pupil("Date naissance", text);
        assertThat(reading.pupil().birthDate()).isNull();
        assertThat(reading.problem())
                .startsWith("WARNING essai.csv:2 [Date naissance] « " + text + " » n'est pas une date");
    }

    @Test
    void nobody_is_born_tomorrow() {
        Reading reading = pupil("Date naissance", "16/09/2026");
        assertThat(reading.pupil().birthDate()).isNull();
        assertThat(reading.problem()).contains("est à venir");
        assertThat(pupil("Date naissance", "15/09/2026").problems()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F, F", "M, M", "H, M", "g, M", "Féminin, F", "FILLE, F", "'', ''"})
    void sexes(String text, String sex) {
        assertThat(pupil("Sexe", text).problems()).isEmpty();
        assertThat(pupil("Sexe", text).pupil().sex()).isEqualTo(sex);
    }

    @Test
    void an_unknown_sex_is_told() {
        assertThat(pupil("Sexe", "?").problem()).startsWith("WARNING essai.csv:2 [Sexe] « ? » n'est ni F ni M");
    }

    @ParameterizedTest
    @CsvSource({"MME, Mme", "Mme, Mme", "Madame, Mme", "MLLE, Mme", "M., M.", "M, M.", "Mr, M.", "'', ''"})
    void civilities(String text, String civility) {
        assertThat(guardian("Civilité Responsable", text).problems()).isEmpty();
        assertThat(guardian("Civilité Responsable", text).guardian().civility()).isEqualTo(civility);
    }

    @ParameterizedTest
    @CsvSource({
        "0639980001, 06 39 98 00 01",
        "06.39.98.00.01, 06 39 98 00 01",
        "639980001, 06 39 98 00 01",
        "+33 6 39 98 00 01, 06 39 98 00 01",
        "+33 (0)6 39 98 00 01, 06 39 98 00 01",
        "0033639980001, 06 39 98 00 01",
        "+32 470 00 00 00, +32 470 00 00 00"
    })
    void telephone_numbers(String text, String phone) {
        Reading reading = guardian("Téléphone portable", text);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.guardian().phones()).containsExactly("01 99 00 00 01", phone);
    }

    @Test
    void one_number_in_two_columns_is_one_number() {
        assertThat(guardian("Téléphone travail", "01 99 00 00 01").guardian().phones())
                .containsExactly("01 99 00 00 01", "06 39 98 00 01");
    }

    @Test
    void what_is_no_number_and_no_email_is_told() {
        assertThat(guardian("Téléphone travail", "liste rouge").problem())
                .startsWith("WARNING essai.csv:2 [Téléphone travail] « liste rouge » n'est pas un numéro");
        Reading reading = guardian("Courriel", "chloe arobase exemple");
        assertThat(reading.guardian().email()).isEmpty();
        assertThat(reading.problem()).startsWith("WARNING essai.csv:2 [Courriel] ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000001AA", "0000000011A", "000 000 001 aa"})
    void national_numbers(String text) {
        assertThat(pupil("INE", text).problems()).isEmpty();
        assertThat(pupil("INE", text).pupil().ine())
                .isEqualTo(text.replace(" ", "").toUpperCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1AA", "000000001AAA", "1,00E+10"})
    void what_is_no_national_number_is_told(String text) {
        assertThat(pupil("INE", text).pupil().ine()).isEmpty();
        assertThat(pupil("INE", text).problem())
                .startsWith("WARNING essai.csv:2 [INE] « " + text + " » n'est pas un INE");
    }

    @Test
    void a_postcode_gets_its_lost_zero_back_in_france_only() {
        assertThat(pupil("Cp1", "1000").pupil().addresses().get(0).postcode()).isEqualTo("01000");
        Sheet abroad = OndeFiles.pupils()
                .with(OndeFiles.pupils().rows().subList(0, 1))
                .set(0, "Cp1", "1000")
                .set(0, "Pays1", "BELGIQUE");
        assertThat(Reading.of(abroad).pupil().addresses().get(0).postcode()).isEqualTo("1000");
        assertThat(Reading.of(abroad).pupil().addresses().get(0).country()).isEqualTo("BELGIQUE");
    }

    @Test
    void two_addresses_are_two_unless_they_are_one() {
        Sheet sheet = OndeFiles.pupils();
        assertThat(Reading.of(sheet).pupils())
                .extracting(pupil -> pupil.addresses().size())
                .containsExactly(1, 2);
        Sheet twice = sheet.set(1, "Adresse2", "2 rue de l'Essai")
                .set(1, "Cp2", "99000")
                .set(1, "Commune2", "ESSAIVILLE");
        assertThat(Reading.of(twice).pupils().get(1).addresses()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+CMD|' /C calc'!A0", "-Zoé", "@SOMME(A1)"})
    void a_cell_like_a_formula_stays_text(String text) {
        Reading reading = pupil("Prénom élève", text);
        assertThat(reading.pupil().name().first()).isEqualTo(text);
        assertThat(reading.problem())
                .startsWith("WARNING essai.csv:2 [Prénom élève] ")
                .contains("le texte est repris tel quel");
    }

    @Test
    void names_lose_stray_blanks_and_repeated_ones() {
        Sheet sheet = OndeFiles.pupils().set(0, "Prénom élève", " Zoé\u00A0 \u202FLou ");
        assertThat(Reading.ofText(sheet.text()).pupils().get(0).name()).isEqualTo(new Name("EXEMPLE", "", "Zoé Lou"));
        assertThat(pupil("Nom d'usage élève", "Exemple").pupil().name().usual()).isEmpty();
    }

    @Test
    void a_name_in_use_alone_is_a_name() {
        Sheet sheet = OndeFiles.pupils().set(1, "Nom élève", "");
        assertThat(Reading.of(sheet).pupils().get(1).name().shown()).isEqualTo("INVENTÉ");
    }

    @Test
    void a_name_longer_than_any_is_left_out() {
        assertThat(pupil("Nom élève", "A".repeat(101)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("LINE essai.csv:2 [Nom élève] Le nom dépasse"));
    }

    @Test
    void a_pupil_in_no_class_is_told() {
        assertThat(pupil("Libellé classe", "").problem())
                .startsWith("WARNING essai.csv:2 [Libellé classe] Cet élève n'est dans aucune classe");
    }

    @Test
    void consent_to_photographs_is_yes_no_or_unsaid() {
        assertThat(pupil("Autorisation photo", "Oui").pupil().photoConsent()).isTrue();
        assertThat(pupil("Autorisation photo", "non").pupil().photoConsent()).isFalse();
        assertThat(pupil("Autorisation photo", "").pupil().photoConsent()).isNull();
    }

    @Test
    void a_child_without_first_name_is_told_with_its_number() {
        Reading reading = Reading.of(Sheet.of("Nom responsable;Prénom responsable;Nom de famille enfant;Prénom enfant;"
                        + "Nom de famille enfant;Prénom enfant")
                .row("EXEMPLE;Chloé;EXEMPLE;Zoé;EXEMPLE;"));
        assertThat(reading.guardian().children()).hasSize(1);
        assertThat(reading.problem())
                .startsWith("WARNING essai.csv:2 [Prénom enfant] ")
                .contains("l'enfant n° 2");
    }

    @Test
    void a_teacher_of_two_classes_is_one_person() {
        Reading reading = Reading.of(OndeFiles.teachers().row("MME;;Craie;CAMILLE;;;;;;;;Non;CE1-B"));
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.teachers()).hasSize(2);
        assertThat(reading.teachers().get(0).classNames()).isEqualTo(List.of("CP-A", "CE1-B"));
        assertThat(reading.teachers().get(0).head()).isTrue();
    }

    @Test
    void two_teachers_of_one_name_and_two_emails_are_two() {
        Reading reading =
                Reading.of(OndeFiles.teachers().row("MME;;CRAIE;Camille;;;;;autre.craie@exemple.invalid;;;Non;CE1-B"));
        assertThat(reading.teachers()).hasSize(3);
    }

    @Test
    void a_word_that_is_neither_yes_nor_no_makes_nobody_head() {
        Reading reading = Reading.of(OndeFiles.teachers().set(1, "Directeur", "peut-être"));
        assertThat(reading.teachers().get(1).head()).isFalse();
        assertThat(reading.problem()).startsWith("WARNING essai.csv:3 [Directeur] « peut-être » n'est ni oui ni non");
    }
}
