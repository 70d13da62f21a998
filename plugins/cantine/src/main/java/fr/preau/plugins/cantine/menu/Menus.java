package fr.preau.plugins.cantine.menu;

import fr.preau.api.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The menus: what families read, and the drafts of who prepares them. Thread-safe. */
@Singleton
public final class Menus {
    private final MenuDao dao;
    private final DraftDesk drafts;
    private final Kitchens kitchens;

    @Inject
    Menus(MenuDao dao, DraftDesk drafts, Kitchens kitchens) {
        this.dao = dao;
        this.drafts = drafts;
        this.kitchens = kitchens;
    }

    /** What this person may see, from one day to another; several menus for a day if one's schools eat differently. */
    public List<MenuDay> published(Caller caller, LocalDate from, LocalDate to) {
        return DayLine.gather(dao.published(from, to, caller.personId()));
    }

    /** The menus of the first day with a lunch, from that day on; empty if none is known within a month. */
    public List<MenuDay> nextLunch(Caller caller, LocalDate from) {
        return DayLine.gather(dao.nextLunch(from, caller.personId()));
    }

    /** Everything from one day to another, for who prepares it; days without anything are left out. */
    public List<Slot> slots(LocalDate from, LocalDate to) {
        Map<Key, Slot> slots = new LinkedHashMap<>();
        for (MenuDay day : DayLine.gather(dao.all(from, to))) {
            slots.merge(new Key(day.date(), day.place()), slot(day), Menus::both);
        }
        return List.copyOf(slots.values());
    }

    /** One slot, empty if there is nothing. */
    public Slot slot(LocalDate date, Place place) {
        return slots(date, date).stream()
                .filter(slot -> slot.place().equals(place))
                .findFirst()
                .orElseGet(() -> Slot.empty(date, place));
    }

    /**
     * Keeps contents as drafts. A content that is what families already see needs no draft: the one there was is dropped.
     *
     * @param contents by slot as it was read; two entries for the same slot are a fault of the caller's
     */
    public void save(Caller caller, Map<Slot, DayContent> contents) {
        kitchens.require(caller, contents.keySet());
        drafts.save(caller, contents);
    }

    /** Drops drafts: what families see stays. */
    public void discard(Caller caller, List<Slot> slots) {
        kitchens.require(caller, slots);
        drafts.drop(slots);
    }

    /**
     * Shows drafts to families.
     *
     * @param reason why menus already published change, for families; may be empty
     */
    public Publication publish(Caller caller, List<Slot> slots, String reason) {
        kitchens.require(caller, slots);
        return drafts.publish(caller, slots, reason);
    }

    /**
     * Copies a week into another, as drafts. Closed days and words about a day stay behind: they belong to their date.
     *
     * @param replace whether days that have something already are replaced
     */
    public Copy copy(Caller caller, Week from, Week to, boolean replace) {
        Map<Key, Slot> there = new LinkedHashMap<>();
        slots(to.monday(), to.sunday()).forEach(slot -> there.put(new Key(slot.date(), slot.place()), slot));
        Map<Slot, DayContent> contents = new LinkedHashMap<>();
        List<LocalDate> kept = new ArrayList<>();
        for (Slot source : slots(from.monday(), from.sunday())) {
            DayContent content = source.content();
            if (content.closed() || content.meals().isEmpty()) {
                continue;
            }
            LocalDate date = to.monday()
                    .plusDays(source.date().toEpochDay() - from.monday().toEpochDay());
            Slot target = there.getOrDefault(new Key(date, source.place()), Slot.empty(date, source.place()));
            if (target.content().isEmpty() || replace) {
                contents.put(target, new DayContent(false, "", target.content().note(), content.meals()));
            } else {
                kept.add(date);
            }
        }
        save(caller, contents);
        return new Copy(contents.size(), kept);
    }

    /**
     * What a copy did.
     *
     * @param copied how many days were written
     * @param kept days that had something and were left as they were
     */
    public record Copy(int copied, List<LocalDate> kept) {}

    private record Key(LocalDate date, Place place) {}

    private static Slot slot(MenuDay day) {
        return day.state() == DayState.DRAFT
                ? new Slot(day.date(), day.place(), day, null)
                : new Slot(day.date(), day.place(), null, day);
    }

    private static Slot both(Slot one, Slot other) {
        return new Slot(
                one.date(),
                one.place(),
                one.draft() != null ? one.draft() : other.draft(),
                one.published() != null ? one.published() : other.published());
    }
}
