package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import fr.preau.api.web.Redirect;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A work: to see, to give, to change, to remove and to put back. */
@Path("works")
@Requires("give")
public final class WorkPages {
    private final Works works;

    @Inject
    WorkPages(Works works) {
        this.works = works;
    }

    /** A work; for who teaches the class, with the pupils who ticked it and those who did not. */
    @GET
    @Path("{id}")
    @Requires("read")
    public Page work(@Context Caller caller, @PathParam("id") UUID id) {
        Work work = works.work(caller, id);
        List<PupilTick> pupils = work.gives() ? works.pupils(caller, id) : List.of();
        return Page.of(work.subject() + ", " + FrenchDate.day(work.due()), "work.jte")
                .with("work", work)
                .with(
                        "done",
                        pupils.stream().filter(pupil -> pupil.at() != null).toList())
                .with(
                        "waiting",
                        pupils.stream().filter(pupil -> pupil.at() == null).toList())
                .with("mine", caller.personId());
    }

    /** The form to give a work. */
    @GET
    @Path("new")
    public Page form(
            @Context Caller caller,
            @QueryParam("class") @Nullable String classId,
            @QueryParam("due") @Nullable String due) {
        String day = due == null ? nextWeekday(works.today()).toString() : due;
        return form(null, WorkForm.blank(classId, day), Map.of(), works.classesOf(caller));
    }

    /** Gives a work. */
    @POST
    public Response give(@Context Caller caller, MultivaluedMap<String, String> fields) {
        WorkForm form = WorkForm.sent(fields);
        List<Desk> classes = works.classesOf(caller);
        Map<String, String> problems = new LinkedHashMap<>();
        Draft draft = form.read(problems);
        if (classes.stream().noneMatch(desk -> desk.classId().equals(draft.classId()))) {
            problems.put("classId", Works.NOT_YOUR_CLASS);
        }
        draft.problems(works.today(), null).forEach(problems::putIfAbsent);
        if (!problems.isEmpty()) {
            return refused(form(null, form, problems, classes));
        }
        Work work = works.give(caller, draft);
        return toWeek(
                work, "Travail donné à la classe " + work.className() + " pour " + FrenchDate.day(work.due()) + ".");
    }

    /** The form to change a work. */
    @GET
    @Path("{id}/edit")
    public Page edit(@Context Caller caller, @PathParam("id") UUID id) {
        Work work = works.workToChange(caller, id);
        return form(work, WorkForm.about(work), Map.of(), List.of());
    }

    /** Changes a work. */
    @POST
    @Path("{id}")
    public Response change(@Context Caller caller, @PathParam("id") UUID id, MultivaluedMap<String, String> fields) {
        Work work = works.workToChange(caller, id);
        WorkForm form = WorkForm.sent(fields);
        Map<String, String> problems = new LinkedHashMap<>();
        Draft draft = form.read(problems);
        draft.problems(works.today(), work.due()).forEach(problems::putIfAbsent);
        if (!problems.isEmpty()) {
            return refused(form(work, form, problems, List.of()));
        }
        works.change(caller, id, draft);
        return toWeek(works.work(caller, id), "Travail modifié.");
    }

    /** Takes a work away; the page that follows offers to put it back. */
    @POST
    @Path("{id}/remove")
    public Response remove(@Context Caller caller, @PathParam("id") UUID id) {
        works.remove(caller, id);
        return Redirect.to("works/" + id + "/removed");
    }

    /** Says that a work was removed, and offers to put it back. */
    @GET
    @Path("{id}/removed")
    public Page removed(@Context Caller caller, @PathParam("id") UUID id) {
        return Page.of("Travail retiré", "removed.jte").with("work", works.removed(caller, id));
    }

    /** Puts a removed work back. */
    @POST
    @Path("{id}/restore")
    public Response restore(@Context Caller caller, @PathParam("id") UUID id) {
        works.restore(caller, id);
        return Redirect.to(week(works.work(caller, id)), "Le travail est remis, les coches aussi.");
    }

    private static Page form(@Nullable Work work, WorkForm form, Map<String, String> problems, List<Desk> classes) {
        return Page.of(work == null ? "Donner un travail" : "Modifier le travail", "form.jte")
                .with("work", work)
                .with("form", form)
                .with("problems", problems)
                .with("classes", classes)
                .with("subjects", Subjects.SUGGESTED);
    }

    private static Response refused(Page form) {
        return Response.status(422).entity(form.status(422)).build();
    }

    private static Response toWeek(Work work, String message) {
        String remark = Draft.remark(work.due());
        return Redirect.to(week(work), remark.isEmpty() ? message : message + " " + remark);
    }

    private static String week(Work work) {
        return "?week=" + work.due() + "&class=" + work.classId();
    }

    private static LocalDate nextWeekday(LocalDate today) {
        LocalDate day = today.plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
