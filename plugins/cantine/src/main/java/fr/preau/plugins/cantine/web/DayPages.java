package fr.preau.plugins.cantine.web;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.directory.Directory;
import fr.preau.api.directory.School;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import fr.preau.plugins.cantine.intake.Target;
import fr.preau.plugins.cantine.menu.Course;
import fr.preau.plugins.cantine.menu.DayContent;
import fr.preau.plugins.cantine.menu.MealType;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Place;
import fr.preau.plugins.cantine.menu.Publication;
import fr.preau.plugins.cantine.menu.Slot;
import fr.preau.plugins.cantine.menu.Week;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The editor of a day. One form; its buttons add a row or a meal (nothing is kept then), keep a draft, or publish. With
 * htmx only the form is sent back when a row is added. Two statements to show it. Thread-safe.
 */
@Path("day/{date}")
@Requires("publish")
@Singleton
public final class DayPages {
    private final Menus menus;
    private final Directory directory;

    @Inject
    DayPages(Menus menus, Directory directory) {
        this.menus = menus;
        this.directory = directory;
    }

    /** The day and the school that an address names, as they are kept. */
    private record Open(LocalDate date, Slot slot, List<School> schools) {}

    private Open open(String date, @Nullable String uai) {
        LocalDate day = Week.parseDay(date).orElseThrow(NotFoundException::new);
        List<School> schools = directory.schools();
        if (uai != null
                && !uai.isBlank()
                && schools.stream().noneMatch(school -> school.uai().equals(uai))) {
            throw new NotFoundException();
        }
        Place place = Target.place(uai, schools);
        return new Open(day, menus.slot(day, place), schools);
    }

    /** The editor. */
    @GET
    public Page edit(@PathParam("date") String date, @QueryParam("school") @Nullable String school) {
        Open open = open(date, school);
        return page(open, DayForm.of(open.slot()), false);
    }

    /** One of the form's buttons. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Object submit(
            @Context Caller caller,
            @PathParam("date") String date,
            @QueryParam("school") @Nullable String school,
            @HeaderParam("HX-Request") @DefaultValue("false") boolean htmx,
            MultivaluedMap<String, String> fields) {
        Open open = open(date, school);
        DayForm form = DayFormReader.read(fields);
        String action = Optional.ofNullable(fields.getFirst("action")).orElse("save");
        Optional<DayForm> grown = grown(form, action, fields);
        if (grown.isPresent()) {
            return page(open, grown.get(), htmx);
        }
        if (action.equals("discard")) {
            menus.discard(caller, List.of(open.slot()));
            return Redirect.to(week(open), "Le brouillon est abandonné. Les familles voient toujours le même menu.");
        }
        DayForm checked = form.checked();
        if (checked.faulty()) {
            return page(open, checked, false).status(422);
        }
        if (!form.seen().equals(open.slot().mark())) {
            Map<String, String> changed = Map.of(
                    "",
                    "Quelqu’un a enregistré ce jour pendant votre saisie. Rien n’est perdu : votre saisie est ci-dessous."
                            + " Enregistrez de nouveau pour remplacer la sienne, ou quittez la page pour garder la"
                            + " sienne.");
            DayForm mine = checked.seenAs(open.slot().mark());
            return page(open, mine.withFaults(changed), false).status(409);
        }
        return keep(caller, open, checked, action);
    }

    private Response keep(Caller caller, Open open, DayForm form, String action) {
        DayContent content = form.content();
        menus.save(caller, Map.of(open.slot(), content));
        if (action.equals("publish")) {
            Slot fresh = menus.slot(open.date(), open.slot().place());
            Publication done = menus.publish(caller, List.of(fresh), form.reason());
            return Redirect.to(week(open), Sentences.publishedDay(done, open.date()));
        }
        String words = Week.dayWords(open.date());
        String message = content.isEmpty()
                ? "Le menu de " + words + " est vide."
                : "Le menu de " + words + " est enregistré en brouillon. Les familles ne le voient pas encore.";
        String uai = open.slot().place().uai();
        return action.equals("next")
                ? Redirect.to("day/" + following(open.date()) + (uai.isEmpty() ? "" : "?school=" + uai), message)
                : Redirect.to(week(open), message);
    }

    /** The form with one more row or meal, if that is what the button asks for. */
    private static Optional<DayForm> grown(DayForm form, String action, MultivaluedMap<String, String> fields) {
        String[] parts = action.split("\\.", -1);
        if (parts[0].equals("meal")) {
            Optional<MealType> type = MealType.WORDS.find(
                    Optional.ofNullable(fields.getFirst("newMeal")).orElse(""));
            return type.map(meal -> form.withMeal(
                    new MealForm(meal, "", List.of(DishForm.empty(MealForm.firstCourse(meal), true)), Map.of())));
        }
        if (parts.length == 3 && parts[0].equals("row") && parts[1].matches("\\d{1,2}")) {
            int meal = Integer.parseInt(parts[1]);
            Optional<Course> course = Course.WORDS.find(parts[2]);
            if (meal < form.meals().size() && course.isPresent()) {
                return Optional.of(
                        form.withMeal(meal, form.meals().get(meal).withRow(DishForm.empty(course.get(), true))));
            }
        }
        return Optional.empty();
    }

    private static LocalDate following(LocalDate date) {
        LocalDate next = date.plusDays(1);
        return next.getDayOfWeek().getValue() > 5 ? Week.of(next).next().monday() : next;
    }

    private static String week(Open open) {
        return "prepare/" + Week.of(open.date()).monday();
    }

    private static Page page(Open open, DayForm form, boolean fragment) {
        Page page = fragment
                ? Page.fragment("part/dayform.jte")
                : Page.of("Menu de " + Week.dayWords(open.date()), "day.jte").with("schools", open.schools());
        return page.with("slot", open.slot()).with("form", form.padded()).with("following", following(open.date()));
    }
}
