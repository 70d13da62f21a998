package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The rules of the cahier de textes, for pages and for JSON. A work belongs to its class: whoever teaches the class, or
 * heads its school, may change it. What the caller may not see does not exist (404). Thread-safe.
 */
public final class Works {
    /** The answer to a class that is not one of the caller's, or is none at all. */
    static final String NOT_YOUR_CLASS = "Choisissez une de vos classes.";

    private final WorkDao dao;
    private final BlogDao blogs;
    private final Clock clock;

    @Inject
    Works(WorkDao dao, BlogDao blogs, Clock clock) {
        this.blogs = blogs;
        this.dao = dao;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    List<Desk> desks(Caller caller) {
        return dao.desks(caller.personId());
    }

    /** The classes to which the caller gives work. */
    List<Desk> classesOf(Caller caller) {
        return desks(caller).stream().filter(Desk::gives).toList();
    }

    List<Work> between(Caller caller, Collection<UUID> classes, LocalDate from, LocalDate to) {
        return dao.between(caller.personId(), classes, from, to);
    }

    Work work(Caller caller, UUID id) {
        return dao.work(caller.personId(), id).orElseThrow(NotFoundException::new);
    }

    /** A work that the caller may change. */
    Work workToChange(Caller caller, UUID id) {
        Work work = work(caller, id);
        if (!work.gives()) {
            throw new ForbiddenException();
        }
        return work;
    }

    Work removed(Caller caller, UUID id) {
        return dao.removed(caller.personId(), id).orElseThrow(NotFoundException::new);
    }

    /** The pupils of a work's class, and who ticked it. */
    List<PupilTick> pupils(Caller caller, UUID id) {
        return dao.pupils(caller.personId(), id);
    }

    /**
     * Gives a work to a class.
     *
     * @throws BadInput if something is wrong in it
     */
    Work give(Caller caller, Draft draft) {
        refuse(draft.problems(today(), null));
        UUID id = UUID.randomUUID();
        if (dao.give(caller.personId(), id, draft) == 0) {
            throw new BadInput("classId", NOT_YOUR_CLASS);
        }
        return work(caller, id);
    }

    /**
     * Changes a work; its class stays, since its pupils may have ticked it.
     *
     * @throws BadInput if something is wrong in it
     */
    void change(Caller caller, UUID id, Draft draft) {
        Work work = workToChange(caller, id);
        refuse(draft.problems(today(), work.due()));
        UUID classId = draft.classId();
        if (classId != null && !classId.equals(work.classId())) {
            throw new BadInput(
                    "classId", "Un travail ne change pas de classe : retirez-le, puis donnez-le à l’autre classe.");
        }
        found(dao.change(caller.personId(), id, draft));
    }

    /** Deletes what was kept as long as the register says. */
    void forgetOld() {
        LocalDate oldest = startOfSchoolYear(today()).minusYears(1);
        dao.purge(oldest);
        blogs.purge(oldest);
    }

    /** What class blogs published between two days, both included. */
    List<BlogPost> published(Caller caller, Collection<UUID> classes, LocalDate from, LocalDate to) {
        return blogs.between(caller.personId(), classes, from, to);
    }

    void remove(Caller caller, UUID id) {
        workToChange(caller, id);
        found(dao.remove(caller.personId(), id));
    }

    void restore(Caller caller, UUID id) {
        found(dao.restore(caller.personId(), id));
    }

    /** Ticks a work, or takes the tick away. Doing it twice changes nothing. @return the work as it now is */
    Work tick(Caller caller, UUID id, boolean done) {
        work(caller, id);
        if (!done) {
            dao.untick(caller.personId(), id);
        } else if (dao.tick(caller.personId(), id) == 0) {
            throw new ForbiddenException();
        }
        return work(caller, id);
    }

    /** The first of August: between the end of one school year and the return to the next. */
    static LocalDate startOfSchoolYear(LocalDate day) {
        return LocalDate.of(day.minusMonths(7).getYear(), 8, 1);
    }

    private static void refuse(Map<String, String> problems) {
        problems.forEach((field, message) -> {
            throw new BadInput(field, message);
        });
    }

    private static void found(int rows) {
        if (rows == 0) {
            throw new NotFoundException();
        }
    }
}
