package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.access.Requires;
import fr.preau.api.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The week by day, on screen and on paper. Three statements: the caller's classes and children, the
 * works, what the class blogs published. */
@Path("")
@Requires("read")
public final class WeekPages {
    private final Works works;

    @Inject
    WeekPages(Works works) {
        this.works = works;
    }

    /**
     * The week of the caller's children, or of one of the caller's classes.
     *
     * @param day any day of the week, ISO 8601
     * @param wanted a class's id, or {@link WeekView#CHILDREN}
     */
    @GET
    public Page week(
            @Context Caller caller,
            @QueryParam("week") @Nullable String day,
            @QueryParam("class") @Nullable String wanted) {
        LocalDate today = works.today();
        Week week = Week.asked(day, today);
        List<Desk> desks = works.desks(caller);
        List<Desk> shown = WeekView.choose(desks, wanted);
        List<UUID> classes = shown.stream().map(Desk::classId).distinct().toList();
        List<Work> due = classes.isEmpty() ? List.of() : works.between(caller, classes, week.monday(), week.sunday());
        List<BlogPost> posts =
                classes.isEmpty() ? List.of() : works.published(caller, classes, week.monday(), week.sunday());
        return Page.of(week.title(today), "week.jte")
                .with("view", WeekView.of(week, desks, shown, due, posts, wanted == null ? "" : wanted));
    }
}
