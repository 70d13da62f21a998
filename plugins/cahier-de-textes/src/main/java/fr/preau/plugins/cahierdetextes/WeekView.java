package fr.preau.plugins.cahierdetextes;

import jakarta.ws.rs.NotFoundException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A week of works laid out for a page: a section for each child, or for the class that was chosen. Immutable.
 *
 * @param week the week
 * @param tabs what else may be chosen; empty if there is no choice
 * @param sections what is shown
 * @param chosen the value of the parameter {@code class} that shows the same again; empty for the first choice
 */
public record WeekView(Week week, List<Tab> tabs, List<Section> sections, String chosen) {
    /** The value of the parameter {@code class} that shows the caller's children. */
    static final String CHILDREN = "enfants";

    /** Days shown even when they have no work; the others vary from one commune to the next. */
    private static final Set<DayOfWeek> SCHOOL_DAYS =
            EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /**
     * A link to another class.
     *
     * @param label the class
     * @param value the value of the parameter {@code class}
     * @param current whether it is the one shown
     */
    public record Tab(String label, String value, boolean current) {}

    /**
     * The works of one child or of one class.
     *
     * @param desk the child or the class
     * @param title “Léo, CE1 A” or “CE1 A”
     * @param days the days; empty if the whole week has no work
     * @param posts what the class's blog published that week
     */
    public record Section(Desk desk, String title, List<Day> days, List<BlogPost> posts) {}

    /**
     * A day.
     *
     * @param date the day
     * @param holiday name of the public holiday, empty if it is none
     * @param works the works due that day
     */
    public record Day(LocalDate date, String holiday, List<Work> works) {
        /** “Lundi 23 novembre”. */
        public String title() {
            String day = FrenchDate.day(date);
            return day.substring(0, 1).toUpperCase(Locale.FRENCH) + day.substring(1);
        }
    }

    /**
     * Which of the caller's desks to show.
     *
     * @param wanted a class's id, {@link #CHILDREN}, or null for the usual choice: the first class taught, else the
     *     caller's children
     * @throws NotFoundException if the caller has nothing to do with that class
     */
    static List<Desk> choose(List<Desk> desks, @Nullable String wanted) {
        List<Desk> children =
                desks.stream().filter(desk -> desk.pupilId() != null).toList();
        List<Desk> classes =
                desks.stream().filter(desk -> desk.pupilId() == null).toList();
        if (wanted == null || wanted.isBlank()) {
            return classes.isEmpty() ? children : classes.subList(0, 1);
        }
        if (wanted.equals(CHILDREN)) {
            return children;
        }
        for (List<Desk> candidates : List.of(classes, children)) {
            List<Desk> found = candidates.stream()
                    .filter(desk -> desk.classId().toString().equals(wanted))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        throw new NotFoundException();
    }

    /** Lays out the works of the desks that were chosen, and the posts of their classes. */
    static WeekView of(
            Week week, List<Desk> desks, List<Desk> shown, List<Work> works, List<BlogPost> posts, String chosen) {
        boolean severalSchools = desks.stream().map(Desk::schoolName).distinct().count() > 1;
        List<Tab> tabs = new ArrayList<>();
        if (desks.stream().anyMatch(desk -> desk.pupilId() == null)) {
            for (Desk desk : desks) {
                if (desk.pupilId() == null) {
                    tabs.add(new Tab(label(desk, severalSchools), desk.classId().toString(), shown.contains(desk)));
                }
            }
            if (desks.stream().anyMatch(desk -> desk.pupilId() != null)) {
                tabs.add(new Tab("Mes enfants", CHILDREN, chosen.equals(CHILDREN)));
            }
        }
        List<Section> sections = shown.stream()
                .map(desk -> new Section(
                        desk,
                        (desk.pupilName().isEmpty() ? "" : desk.pupilName() + ", ") + label(desk, severalSchools),
                        days(
                                week,
                                works.stream()
                                        .filter(work -> work.classId().equals(desk.classId()))
                                        .toList()),
                        posts.stream()
                                .filter(post -> post.classId().equals(desk.classId()))
                                .toList()))
                .toList();
        return new WeekView(week, tabs.size() > 1 ? tabs : List.of(), sections, chosen);
    }

    private static String label(Desk desk, boolean withSchool) {
        return withSchool ? desk.className() + " (" + desk.schoolName() + ")" : desk.className();
    }

    private static List<Day> days(Week week, List<Work> works) {
        if (works.isEmpty()) {
            return List.of();
        }
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LocalDate date = week.monday().plusDays(i);
            List<Work> due =
                    works.stream().filter(work -> work.due().equals(date)).toList();
            if (!due.isEmpty() || SCHOOL_DAYS.contains(date.getDayOfWeek())) {
                days.add(new Day(date, PublicHolidays.on(date).orElse(""), due));
            }
        }
        return days;
    }
}
