package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.web.Upload;
import fr.preau.server.db.Database;
import fr.preau.server.db.Scope;
import fr.preau.server.directory.Change;
import fr.preau.server.directory.Counts;
import fr.preau.server.directory.DirectoryImport;
import fr.preau.server.directory.DirectoryPlan;
import fr.preau.server.directory.ImportRequest;
import fr.preau.testkit.EntExtension;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From the files to the directory, through the console. */
class ImportTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(OndeJar.build());

    private TestSchool school;

    @BeforeEach
    void make() {
        school = TestSchool.inNewTenant(ent);
    }

    private static Upload pupils(int from, int to) {
        Sheet all = TwelvePupils.pupils();
        return all.with(all.rows().subList(from, to)).upload("eleves.csv");
    }

    private long attending() {
        return school.count("core.membership where tenant_id = ? and role = 'PUPIL' and until is null");
    }

    private long ties() {
        return school.count("core.guardianship where tenant_id = ? and until is null");
    }

    @Test
    void a_school_comes_in_whole_and_only_once() {
        PlanPage plan = school.bring(TwelvePupils.files());
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.counts())
                .isEqualTo(Map.of(
                        "classes : à créer", 3,
                        "élèves : à créer", 12,
                        "enseignants : à créer", 3,
                        "responsables : à créer", 12,
                        "rattachements : à créer", 16,
                        "liens de responsabilité : à créer", 14));
        assertThat(plan.changes("Classes : à créer"))
                .anySatisfy(line -> assertThat(line).startsWith(TwelvePupils.CE).contains("Niveaux : CE1, CE2"));
        assertThat(plan.changes("Élèves : à créer")).contains("Zoé EXEMPLE née le 2 mars 2020");

        assertThat(school.count("core.person where tenant_id = ? and profile = 'PUPIL'"))
                .isEqualTo(12);
        assertThat(attending()).isEqualTo(12);
        assertThat(ties()).isEqualTo(14);

        PlanPage again = school.give(TwelvePupils.files());
        assertThat(again.nothing()).isTrue();
        assertThat(again.counts()).isEmpty();
    }

    @Test
    void the_console_then_shows_classes_teachers_people_and_the_import() {
        school.bring(TwelvePupils.files());
        assertThat(school.client().get("/console/classes").body())
                .contains(TwelvePupils.CP, "Camille CRAIE", TwelvePupils.CM, "Lou TABLEAU", "Dominique Direction");
        assertThat(school.client().get("/console/personnes?q=fictif").body()).contains("FICTIF Éloi", "FICTIF Gaël");
        assertThat(PlanPage.of(school.client().get("/console/import")).problems())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("ONDE (fichiers CSV) | Dominique Direction | 60 créés"));
    }

    @Test
    void columns_in_another_order_and_utf8_change_nothing() {
        school.bring(TwelvePupils.files());
        Sheet sheet = TwelvePupils.pupils();
        List<Integer> order = new ArrayList<>(
                IntStream.range(0, sheet.headers().size()).boxed().toList());
        Collections.reverse(order);
        PlanPage plan = school.give(new Upload(
                "autre.csv", sheet.columns(order).text(',', "\n", true).getBytes(StandardCharsets.UTF_8)));
        assertThat(plan.nothing()).isTrue();
    }

    @Test
    void the_files_may_come_one_by_one() {
        school.bring(TwelvePupils.pupils().upload("eleves.csv"));
        school.bring(TwelvePupils.guardians().upload("responsables.csv"));
        school.bring(TwelvePupils.teachers().upload("enseignants.csv"));
        assertThat(school.give(TwelvePupils.files()).nothing()).isTrue();
        assertThat(ties()).isEqualTo(14);
    }

    @Test
    void guardians_before_pupils_wait_for_them() {
        PlanPage plan = school.give(TwelvePupils.guardians().upload("responsables.csv"));
        assertThat(plan.nothing()).isTrue();
        assertThat(plan.warnings()).anySatisfy(note -> assertThat(note).contains("Donnez aussi le fichier des élèves"));
    }

    @Test
    void a_partial_file_ends_nobody() {
        school.bring(TwelvePupils.files());
        PlanPage plan = school.give(pupils(0, 5));
        assertThat(plan.nothing()).isTrue();
        assertThat(plan.warnings())
                .anySatisfy(
                        note -> assertThat(note).startsWith("Élèves absents des fichiers : 7 sur 12. Rien ne change"))
                .anySatisfy(note -> assertThat(note).contains("7 personnes ne sont pas", "Tom TÉMOIN"));
        assertThat(attending()).isEqualTo(12);
    }

    @Test
    void departures_are_recorded_only_when_asked_and_when_they_are_few() {
        school.bring(TwelvePupils.files());
        PlanPage many = school.give("departs", pupils(0, 10));
        assertThat(many.nothing()).isTrue();
        assertThat(many.warnings())
                .anySatisfy(note -> assertThat(note).contains("2 sur 12", "aucun départ n’est enregistré"));

        PlanPage one = school.bring("departs", pupils(0, 11));
        assertThat(one.counts()).isEqualTo(Map.of("rattachements : à terminer", 1));
        assertThat(one.changes("Rattachements : à terminer"))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("Sacha DE LA FABLE"));
        assertThat(attending()).isEqualTo(11);
        assertThat(school.count("core.membership where tenant_id = ? and role = 'PUPIL'"))
                .isEqualTo(12);
        assertThat(school.count("core.person where tenant_id = ? and profile = 'PUPIL'"))
                .isEqualTo(12);
        assertThat(ties()).isEqualTo(14);
    }

    @Test
    void nobody_leaves_while_a_line_is_unreadable() {
        school.bring(TwelvePupils.files());
        Upload broken = TwelvePupils.pupils().set(11, "Prénom élève", "").upload("eleves.csv");
        PlanPage plan = school.give("departs", broken);
        assertThat(plan.nothing()).isTrue();
        assertThat(plan.warnings()).anySatisfy(note -> assertThat(note).contains("n’ont pas pu être lues"));
        assertThat(plan.problems())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Le prénom manque")
                        .contains("| eleves.csv | Ligne 13 | Colonne Prénom élève | ligne laissée"));
    }

    @Test
    void a_pupil_changes_class_and_the_former_one_is_still_known() {
        school.bring(TwelvePupils.files());
        Sheet moved = TwelvePupils.pupils()
                .set(0, "Libellé classe", TwelvePupils.CE)
                .set(0, "Identifiant classe", "102")
                .set(0, "Niveau", "CE1");
        PlanPage plan = school.bring(moved.upload("eleves.csv"));
        assertThat(plan.counts()).isEqualTo(Map.of("rattachements : à modifier", 1));
        assertThat(plan.changes("Rattachements : à modifier"))
                .containsExactly("Zoé EXEMPLE élève, Classe : " + TwelvePupils.CP + " → " + TwelvePupils.CE);
        assertThat(attending()).isEqualTo(12);
        assertThat(school.count(
                        "core.membership m join core.person p on p.id = m.person_id and p.tenant_id = m.tenant_id"
                                + " where m.tenant_id = ? and p.first_name = 'Zoé'"))
                .isEqualTo(2);
        assertThat(school.give(moved.upload("eleves.csv")).nothing()).isTrue();
    }

    @Test
    void two_guardians_of_one_name_stay_two() {
        PlanPage plan = school.bring(TwelvePupils.files());
        assertThat(plan.problems())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("Le même nom est à la ligne 7 : ce sont deux personnes pour Préau.")
                        .contains("| responsables.csv | Ligne 8 |"));
        String both = "core.person where tenant_id = ? and last_name = 'MODÈLE' and first_name = 'Dominique'";
        assertThat(school.count(both)).isEqualTo(2);
        assertThat(school.count("core.guardianship g join core.person p on p.id = g.guardian_id"
                        + " and p.tenant_id = g.tenant_id where g.tenant_id = ? and p.first_name = 'Dominique'"))
                .isEqualTo(2);
        // In the other order, each row still finds its own person.
        Sheet sheet = TwelvePupils.guardians();
        List<List<String>> reversed = new ArrayList<>(sheet.rows());
        Collections.reverse(reversed);
        assertThat(school.give(sheet.with(reversed).upload("responsables.csv")).nothing())
                .isTrue();
        assertThat(school.count(both)).isEqualTo(2);
    }

    @Test
    void a_parent_of_children_in_two_classes_is_one_person() {
        school.bring(TwelvePupils.files());
        assertThat(school.count("core.person where tenant_id = ? and first_name = 'Chloé'"))
                .isEqualTo(1);
        assertThat(school.count("core.guardianship g join core.person p on p.id = g.guardian_id"
                        + " and p.tenant_id = g.tenant_id where g.tenant_id = ? and p.first_name = 'Chloé'"))
                .isEqualTo(2);
    }

    @Test
    void a_parent_of_children_in_two_schools_is_one_person() {
        TestSchool other = school.sister();
        Sheet all = TwelvePupils.guardians();
        school.bring(pupils(0, 4), all.upload("responsables.csv"));
        other.bring(pupils(4, 12), all.upload("responsables.csv"));
        assertThat(school.count("core.person where tenant_id = ? and first_name = 'Chloé'"))
                .isEqualTo(1);
        assertThat(ties()).isEqualTo(14);
        assertThat(school.give(pupils(0, 4), all.upload("responsables.csv")).nothing())
                .isTrue();
        assertThat(other.give(pupils(4, 12), all.upload("responsables.csv")).nothing())
                .isTrue();
    }

    @Test
    void a_pupil_goes_to_another_school_of_the_town() {
        TestSchool other = school.sister();
        school.bring(TwelvePupils.files());
        PlanPage plan = other.bring(pupils(0, 1));
        assertThat(plan.problems())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("Zoé EXEMPLE quitte l'école"));
        assertThat(attending()).isEqualTo(12);
        assertThat(school.count("core.person where tenant_id = ? and profile = 'PUPIL'"))
                .isEqualTo(12);
    }

    @Test
    void twins_of_one_name_are_told_apart_by_their_classes() {
        Sheet pupils = TwelvePupils.pupils().set(4, "Prénom élève", "Zoé");
        Sheet all = TwelvePupils.guardians();
        List<String> cells = new ArrayList<>(all.rows().get(0));
        assertThat(cells.get(18)).isEqualTo("Léa");
        cells.set(15, TwelvePupils.CP);
        cells.set(18, "Zoé");
        cells.set(19, TwelvePupils.CE);
        PlanPage plan = school.bring(
                pupils.upload("eleves.csv"), all.with(List.of(cells)).upload("responsables.csv"));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.counts())
                .containsEntry("élèves : à créer", 12)
                .containsEntry("liens de responsabilité : à créer", 2);
        assertThat(school.give(pupils.upload("eleves.csv"), all.upload("responsables.csv"))
                        .problems())
                .as("the other file's labels don't tell which")
                .anySatisfy(line -> assertThat(line).startsWith("Plusieurs élèves s'appellent Zoé EXEMPLE"));
    }

    @Test
    void the_school_year_turns_and_nothing_is_lost() {
        school.bring(TwelvePupils.files());
        Sheet next = TwelvePupils.pupils();
        for (int row = 0; row < 10; row++) {
            next = next.set(row, "Libellé classe", row < 4 ? "CE1 de M. Ardoise" : TwelvePupils.CM)
                    .set(row, "Identifiant classe", row < 4 ? "201" : "202")
                    .set(row, "Niveau", row < 4 ? "CE1" : "CM1");
        }
        // The two of CM2 go to the collège; they are more than one in ten, but all of the former year.
        Reading reading = Reading.of(next.with(next.rows().subList(0, 10)));
        LocalDate aYearLater = LocalDate.now(ZoneId.of("Europe/Paris")).plusYears(1);
        ImportRequest request = ImportRequest.of("onde", school.uai(), reading.result(), aYearLater)
                .endingAbsent();
        DirectoryPlan plan = Scope.in(
                school.tenantId(),
                Scope.Mode.WRITE,
                () -> ent.server()
                        .get(Database.class)
                        .core()
                        .jdbi()
                        .withHandle(handle -> new DirectoryImport().apply(handle, request)));
        assertThat(plan.counts(Change.Subject.CLASS)).isEqualTo(new Counts(2, 0, 0, 0));
        assertThat(plan.counts(Change.Subject.PUPIL)).isEqualTo(new Counts(0, 0, 0, 10));
        assertThat(plan.counts(Change.Subject.MEMBERSHIP)).isEqualTo(new Counts(0, 10, 2, 0));
        assertThat(plan.changes(Change.Subject.MEMBERSHIP, Change.Kind.UPDATED))
                .anySatisfy(change -> assertThat(change.detail())
                        .contains("Classe : " + TwelvePupils.CP + " (")
                        .endsWith(" → CE1 de M. Ardoise"));
        assertThat(attending()).isEqualTo(10);
        assertThat(school.count("core.membership where tenant_id = ? and role = 'PUPIL'"))
                .isEqualTo(22);
        assertThat(school.count("core.class where tenant_id = ?")).isEqualTo(5);
        assertThat(ties()).isEqualTo(14);
        assertThat(school.count("core.person where tenant_id = ? and profile = 'PUPIL'"))
                .isEqualTo(12);
    }

    @Test
    void an_empty_cell_erases_nothing_and_a_new_value_is_shown_before_and_after() {
        school.bring(TwelvePupils.files());
        Sheet poorer = TwelvePupils.guardians().set(0, "Courriel", "").set(0, "Téléphone portable", "");
        assertThat(school.give(poorer.upload("responsables.csv")).nothing()).isTrue();
        Sheet newer = TwelvePupils.guardians().set(0, "Courriel", "nouvelle@exemple.invalid");
        PlanPage plan = school.bring(newer.upload("responsables.csv"));
        assertThat(plan.changes("Responsables : à modifier"))
                .containsExactly("Chloé EXEMPLE Courriel : chloe@exemple.invalid → nouvelle@exemple.invalid");
    }

    @Test
    void a_tie_that_was_ended_comes_back_only_when_asked() {
        school.bring(TwelvePupils.files());
        school.sql("update core.guardianship g set until = current_date from core.person p where g.tenant_id = ?"
                + " and p.tenant_id = g.tenant_id and p.id = g.guardian_id and p.first_name = 'Paul'");
        assertThat(ties()).isEqualTo(12);
        Upload guardians = TwelvePupils.guardians().upload("responsables.csv");
        PlanPage plan = school.give(guardians);
        assertThat(plan.nothing()).isTrue();
        assertThat(plan.problems())
                .filteredOn(line -> line.contains("n'est pas rétablie d'elle-même"))
                .hasSize(2);
        school.bring("liens", guardians);
        assertThat(ties()).isEqualTo(14);
    }

    @Test
    void one_ine_for_two_pupils_is_nobodys() {
        Sheet sheet = TwelvePupils.pupils().set(1, "INE", "000000001AA");
        PlanPage plan = school.bring(sheet.upload("eleves.csv"));
        assertThat(plan.problems())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("Un autre élève a le même INE"));
        assertThat(school.count("core.person where tenant_id = ? and profile = 'PUPIL' and ine <> ''"))
                .isEqualTo(10);
        assertThat(school.give(sheet.upload("eleves.csv")).nothing()).isTrue();
    }

    @Test
    void cells_are_shown_as_text() {
        Sheet sheet = TwelvePupils.pupils()
                .set(0, "Prénom élève", "<script>alert(1)</script>")
                .set(1, "Nom élève", "=cmd|' /C calc'!A0")
                .set(2, "Libellé classe", "<img src=x onerror=alert(1)>")
                .set(2, "Identifiant classe", "104");
        PlanPage plan = school.bring(sheet.upload("<b>eleves</b>.csv"));
        assertThat(plan.page().select("main script, main img, main b")).isEmpty();
        assertThat(plan.changes("Élèves : à créer"))
                .anySatisfy(line -> assertThat(line).startsWith("<script>alert(1)</script> EXEMPLE"))
                .anySatisfy(line -> assertThat(line).startsWith("Éloi =cmd|' /C calc'!A0"));
        var classes = Jsoup.parse(school.client().get("/console/classes").body());
        assertThat(classes.select("main img")).isEmpty();
        assertThat(classes.select("main").text()).contains("<img src=x onerror=alert(1)>");
    }
}
