package fr.preau.plugins.garderie;

import fr.preau.api.Caller;
import fr.preau.api.web.BadInput;
import jakarta.inject.Inject;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What families do: book evenings, write what the team must know. Thread-safe. */
public final class Bookings {
    private static final int LONGEST = 1000;

    private final StayDao stays;
    private final CareDao cares;
    private final Clock clock;

    @Inject
    Bookings(StayDao stays, CareDao cares, Clock clock) {
        this.stays = stays;
        this.cares = cares;
        this.clock = clock;
    }

    /**
     * A child and the coming evenings.
     *
     * @param child the child
     * @param evenings the evenings, the next first
     */
    public record Plan(Child child, List<Evening> evenings) {
        /** An evening; {@code changeable}: until 18:00 the day before. */
        public record Evening(LocalDate day, boolean booked, boolean changeable) {}
    }

    /** The caller's children and their evenings. Two statements. */
    public List<Plan> plans(Caller caller) {
        List<LocalDate> days = SchoolDays.from(LocalDate.now(clock));
        Set<StayDao.Booked> booked =
                Set.copyOf(stays.bookedFor(caller.personId(), days.get(0), days.get(days.size() - 1)));
        List<Plan> plans = new ArrayList<>();
        for (Child child : stays.childrenOf(caller.personId())) {
            plans.add(new Plan(
                    child,
                    days.stream()
                            .map(day -> new Plan.Evening(
                                    day,
                                    booked.contains(new StayDao.Booked(child.id(), day)),
                                    SchoolDays.changeable(day, clock)))
                            .toList()));
        }
        return plans;
    }

    /** A child the caller may book for. */
    public Child child(Caller caller, UUID id) {
        return stays.childrenOf(caller.personId()).stream()
                .filter(child -> child.id().equals(id))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /**
     * Books the wanted ones of the evenings that were shown, and cancels the others. What is too late to change stays.
     *
     * @return how many evenings are booked afterwards, of those shown
     */
    public int book(Caller caller, UUID childId, Collection<LocalDate> shown, Collection<LocalDate> wanted) {
        Child child = child(caller, childId);
        Set<LocalDate> changeable = shown.stream()
                .filter(day -> SchoolDays.changeable(day, clock))
                .filter(day -> day.isBefore(LocalDate.now(clock).plusMonths(3)))
                .collect(Collectors.toSet());
        List<LocalDate> booked =
                wanted.stream().filter(changeable::contains).distinct().toList();
        List<LocalDate> cancelled =
                changeable.stream().filter(day -> !wanted.contains(day)).toList();
        if (!booked.isEmpty()) {
            stays.book(childId, child.schoolId(), caller.personId(), texts(booked));
        }
        if (!cancelled.isEmpty()) {
            stays.cancel(childId, texts(cancelled));
        }
        return booked.size();
    }

    private static String[] texts(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).toArray(String[]::new);
    }

    /** What the family wrote about a child of the caller. */
    public Care care(Caller caller, UUID childId) {
        child(caller, childId);
        return cares.ofChild(caller.personId(), childId).orElse(Care.NOTHING);
    }

    /**
     * Writes it.
     *
     * @throws BadInput if a text is too long
     */
    public void write(Caller caller, UUID childId, Care care) {
        child(caller, childId);
        checkLength("allergies", care.allergies());
        checkLength("collectors", care.collectors());
        cares.write(
                caller.personId(),
                childId,
                care.allergies().strip(),
                care.collectors().strip());
    }

    private static void checkLength(String field, String text) {
        if (text.length() > LONGEST) {
            throw new BadInput(field, "Ce texte est trop long : " + LONGEST + " caractères au plus.");
        }
    }
}
