package fr.preau.plugins.annuaireonde;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.api.web.Upload;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.Multipart;
import fr.preau.testkit.SchoolPerson;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may import what, and what stands between the page that shows a plan and the one that carries it out. */
class ImportGuardsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(OndeJar.build());

    private static final String GONE = "Cet import n’attend plus d’être confirmé. Donnez les fichiers à nouveau.";

    private TestSchool school;

    @BeforeEach
    void make() {
        school = TestSchool.inNewTenant(ent);
    }

    private long pupils() {
        return school.count("core.person where tenant_id = ? and profile = 'PUPIL'");
    }

    @Test
    void a_plan_changes_nothing_until_it_is_confirmed() {
        PlanPage plan = school.give(TwelvePupils.files());
        assertThat(plan.confirmable()).isTrue();
        assertThat(pupils()).isZero();
        assertThat(school.count("core.class where tenant_id = ?")).isZero();
    }

    @Test
    void a_plan_is_refused_when_the_directory_has_changed_since() {
        PlanPage plan = school.give(TwelvePupils.files());
        school.bring(TwelvePupils.pupils().upload("eleves.csv"));
        PlanPage refused = PlanPage.of(school.client().postForm(plan.confirmation()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error())
                .isEqualTo("L'annuaire a changé depuis que vous avez vu ce qui serait importé : rien n'a été fait. "
                        + "Relisez les fichiers pour voir ce qui changerait maintenant.");
        assertThat(school.count("core.guardianship where tenant_id = ?")).isZero();
        assertThat(school.bring(TwelvePupils.files()).counts()).containsEntry("responsables : à créer", 12);
    }

    @Test
    void a_plan_is_confirmed_once() {
        PlanPage plan = school.bring(TwelvePupils.files());
        Answer again = school.client().postForm(plan.confirmation());
        assertThat(again.status()).isEqualTo(422);
        assertThat(PlanPage.of(again).error()).isEqualTo(GONE);
    }

    @Test
    void a_double_click_imports_once() {
        PlanPage plan = school.give(TwelvePupils.files());
        Client client = school.client();
        List<CompletableFuture<Answer>> clicks = List.of(
                CompletableFuture.supplyAsync(() -> client.postForm(plan.confirmation())),
                CompletableFuture.supplyAsync(() -> client.postForm(plan.confirmation())));
        assertThat(clicks.stream().map(CompletableFuture::join).map(Answer::status))
                .containsExactlyInAnyOrder(303, 422);
        assertThat(pupils()).isEqualTo(12);
        assertThat(school.count("core.import_run where tenant_id = ?")).isEqualTo(1);
    }

    @Test
    void nobody_else_confirms_a_plan() {
        String confirmation = school.give(TwelvePupils.files()).confirmation();
        for (TestSchool other : List.of(school.sister(), TestSchool.inNewTenant(ent))) {
            Answer refused = other.client().postForm(confirmation);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(PlanPage.of(refused).error()).isEqualTo(GONE);
            assertThat(refused.body()).doesNotContain("EXEMPLE");
        }
        for (Profile profile : Profile.values()) {
            SchoolPerson person = ent.school().one(profile);
            Answer refused = ent.as(person).postForm(confirmation);
            assertThat(refused.status()).as(profile.name()).isIn(403, 422);
        }
        assertThat(ent.as(ent.school().administrator()).postForm(confirmation).status())
                .isEqualTo(422);
        assertThat(ent.anonymous().postForm(confirmation).status()).isEqualTo(401);
        assertThat(pupils()).isZero();
        assertThat(school.client().postForm(confirmation).status()).isEqualTo(303);
    }

    @Test
    void a_token_that_never_was_is_answered_like_one_that_is_gone() {
        String unknown = "/console/import/" + UUID.randomUUID() + "/appliquer";
        assertThat(PlanPage.of(school.client().postForm(unknown)).error()).isEqualTo(GONE);
        assertThat(school.client()
                        .postForm("/console/import/n-importe-quoi/appliquer")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_head_imports_for_their_own_school_only() {
        TestSchool other = school.sister();
        for (String uai : List.of(other.uai(), TestSchool.inNewTenant(ent).uai(), "", "0999999X")) {
            Multipart form = new Multipart().field("ecole", uai).field("source", "onde");
            for (Upload file : TwelvePupils.files()) {
                form.file("fichiers", file.name(), file.content());
            }
            PlanPage refused = PlanPage.of(school.client().postParts("/console/import", form));
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.error()).isEqualTo("Choisissez l’école dont vous donnez les fichiers.");
        }
    }

    @Test
    void only_heads_and_administrators_see_the_form() {
        for (Profile profile : Profile.values()) {
            int expected = profile == Profile.HEAD ? 200 : 403;
            assertThat(ent.as(profile).get("/console/import").status())
                    .as(profile.name())
                    .isEqualTo(expected);
        }
        assertThat(ent.as(ent.school().administrator()).get("/console/import").status())
                .isEqualTo(200);
    }

    @Test
    void a_refused_file_blocks_all_and_says_why() {
        PlanPage plan = school.give(
                TwelvePupils.pupils().upload("eleves.csv"),
                new Upload("responsables.csv", new byte[] {'P', 'K', 3, 4}));
        assertThat(plan.confirmable()).isFalse();
        assertThat(plan.error()).startsWith("Un fichier ne peut pas être lu : rien ne peut être importé.");
        assertThat(plan.problems())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("C'est un classeur (xlsx ou ods)")
                        .contains("| responsables.csv |")
                        .endsWith("fichier refusé"));
    }

    @Test
    void no_file_and_an_unknown_reader_are_told() {
        assertThat(school.give().error()).isEqualTo("Choisissez au moins un fichier.");
        Multipart form = new Multipart()
                .field("ecole", school.uai())
                .field("source", "papier")
                .file("fichiers", "a.csv", new byte[] {'a'});
        PlanPage refused = PlanPage.of(school.client().postParts("/console/import", form));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.error()).contains("Le lecteur « papier » ne fonctionne pas");
    }

    @Test
    void drafts_hold_files_for_a_day_at_most() {
        school.give(TwelvePupils.files());
        school.sql("update core.import_draft set created_at = created_at - interval '25 hours' where tenant_id = ?");
        school.give(TwelvePupils.files());
        assertThat(school.count("core.import_draft where tenant_id = ?")).isEqualTo(1);
    }
}
