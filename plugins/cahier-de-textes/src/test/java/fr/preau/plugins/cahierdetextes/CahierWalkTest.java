package fr.preau.plugins.cahierdetextes;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people do with the cahier de textes, on a small phone. */
class CahierWalkTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(CahierDeTextesPlugin.class);

    private final List<Page> open = new ArrayList<>();

    @AfterEach
    void close() {
        open.forEach(ent.browser()::close);
    }

    @Test
    void work_goes_from_the_teacher_to_the_pupil_the_family_and_back() {
        MadeUpSchool school = ent.school();
        LocalDate due = Given.schoolDay(ent);
        Page teacher = phone(school.teacher());
        teacher.navigate(Given.ROOT);
        link(teacher, "Donner un travail").click();
        fill(teacher, "Poésie", due, "Apprendre la première strophe.\nLa réciter à quelqu’un.");
        teacher.getByLabel("Durée, en minutes").fill("15");
        button(teacher, "Donner ce travail").click();
        assertThat(teacher.getByRole(AriaRole.STATUS)).containsText("Travail donné à la classe CP");
        assertThat(teacher.locator("main")).containsText("Personne n’a coché");

        Page pupil = phone(school.pupil());
        pupil.navigate(week(due));
        Locator done = button(pupil, "Fait : Poésie");
        assertThat(pupil.locator("main")).containsText("environ 15 min");
        assertThat(done).hasAttribute("aria-pressed", "false");
        String before = pupil.url();
        done.click();
        assertThat(done).hasAttribute("aria-pressed", "true");
        assertThat(pupil).hasURL(before);
        ent.browser().check(pupil);
        pupil.reload();
        assertThat(button(pupil, "Fait : Poésie")).hasAttribute("aria-pressed", "true");

        Page guardian = phone(school.guardian());
        guardian.navigate(week(due));
        assertThat(child(guardian, "Alix, CP")).containsText("Coché par Alix");
        assertThat(child(guardian, "Noa, CM2")).containsText("Rien à faire cette semaine");
        assertThat(child(guardian, "Noa, CM2")).not().containsText("Poésie");
        assertThat(guardian.locator("main").getByRole(AriaRole.BUTTON, named("Fait")))
                .hasCount(0);

        teacher.reload();
        link(teacher, "1 sur 1 a coché").click();
        assertThat(teacher.locator("section.card", new Page.LocatorOptions().setHasText("Fait (1)")))
                .containsText("Alix Essai");
    }

    @Test
    void a_pupil_ticks_and_unticks_without_javascript() {
        MadeUpSchool school = ent.school();
        LocalDate due = Given.schoolDay(ent).plusWeeks(1);
        Given.work(ent, school.teacher(), school.youngClass(), due, "Lecture", "Lire la page 12.");
        Page pupil = ent.browser().withoutJavaScript(school.pupil());
        open.add(pupil);
        pupil.navigate(week(due));
        button(pupil, "Fait : Lecture").click();
        assertThat(pupil.locator("body")).containsText("Bravo, c’est coché : Lecture.");
        assertThat(button(pupil, "Fait : Lecture")).hasAttribute("aria-pressed", "true");
        button(pupil, "Fait : Lecture").click();
        assertThat(pupil.locator("body")).containsText("Ce n’est plus coché : Lecture.");
        assertThat(button(pupil, "Fait : Lecture")).hasAttribute("aria-pressed", "false");
    }

    @Test
    void a_past_day_is_refused_and_what_was_written_is_kept() {
        LocalDate yesterday = Given.today(ent).minusDays(1);
        Page teacher = phone(ent.school().teacher());
        teacher.navigate(Given.ROOT + "works/new");
        fill(teacher, "Histoire", yesterday, "Relire « la frise ».\n\n  Puis la compléter.");
        teacher.getByLabel("À rendre").check();
        teacher.getByLabel("Durée, en minutes").fill("dix");
        button(teacher, "Donner ce travail").click();
        assertThat(teacher.getByRole(AriaRole.ALERT)).containsText("2 points sont à corriger");
        assertThat(teacher.locator("#due-error")).containsText("Ce jour est passé (" + FrenchDate.day(yesterday) + ")");
        assertThat(teacher.locator("#minutes-error")).containsText("en chiffres");
        assertThat(teacher.getByLabel("Pour le")).hasValue(yesterday.toString());
        assertThat(teacher.getByLabel("Matière")).hasValue("Histoire");
        assertThat(teacher.getByLabel("Travail à faire")).hasValue("Relire « la frise ».\n\n  Puis la compléter.");
        assertThat(teacher.getByLabel("À rendre")).isChecked();
        assertThat(teacher.getByLabel("Durée, en minutes")).hasValue("dix");
        ent.browser().check(teacher);

        LocalDate due = Given.schoolDay(ent).plusWeeks(2);
        teacher.getByLabel("Pour le").fill(due.toString());
        teacher.getByLabel("Durée, en minutes").fill("15");
        button(teacher, "Donner ce travail").click();
        assertThat(teacher.getByRole(AriaRole.STATUS)).containsText("pour " + FrenchDate.day(due));
    }

    @Test
    void a_weekend_is_taken_with_a_remark() {
        LocalDate sunday = Given.schoolDay(ent).plusWeeks(3).with(DayOfWeek.SUNDAY);
        Page teacher = phone(ent.school().teacher());
        teacher.navigate(Given.ROOT + "works/new");
        fill(teacher, "Sciences", sunday, "Observer le ciel.");
        button(teacher, "Donner ce travail").click();
        assertThat(teacher.getByRole(AriaRole.STATUS)).containsText("Attention, c’est un dimanche.");
        assertThat(teacher.locator(".day", new Page.LocatorOptions().setHasText("Observer le ciel."))
                        .locator("h3"))
                .hasText("Dimanche " + FrenchDate.dayOfMonth(sunday));
    }

    @Test
    void a_removed_work_is_gone_for_the_class_and_comes_back_with_its_ticks() {
        MadeUpSchool school = ent.school();
        LocalDate due = Given.schoolDay(ent).plusWeeks(4);
        String id = Given.work(ent, school.teacher(), school.youngClass(), due, "Calcul", "Exercices 3 et 4.");
        Page pupil = phone(school.pupil());
        pupil.navigate(week(due));
        button(pupil, "Fait : Calcul").click();
        assertThat(button(pupil, "Fait : Calcul")).hasAttribute("aria-pressed", "true");

        Page teacher = phone(school.teacher());
        teacher.navigate(Given.ROOT + "works/" + id);
        button(teacher, "Retirer ce travail").click();
        assertThat(teacher.getByRole(AriaRole.STATUS)).containsText("la classe CP ne le voit plus");
        pupil.reload();
        assertThat(pupil.locator("main")).not().containsText("Exercices 3 et 4.");

        button(teacher, "Remettre ce travail").click();
        assertThat(teacher.locator("main")).containsText("1 sur 1 a coché");
        pupil.reload();
        assertThat(button(pupil, "Fait : Calcul")).hasAttribute("aria-pressed", "true");
    }

    private Page phone(SchoolPerson person) {
        Page page = ent.browser().as(person);
        page.setViewportSize(360, 740);
        open.add(page);
        return page;
    }

    private static String week(LocalDate day) {
        return Given.ROOT + "?week=" + day;
    }

    private static void fill(Page page, String subject, LocalDate due, String text) {
        page.getByLabel("Matière").fill(subject);
        page.getByLabel("Pour le").fill(due.toString());
        page.getByLabel("Travail à faire").fill(text);
    }

    private static Locator child(Page page, String title) {
        return page.locator(
                "section.card", new Page.LocatorOptions().setHas(page.locator("h2:text-is('" + title + "')")));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                .first();
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name);
    }
}
