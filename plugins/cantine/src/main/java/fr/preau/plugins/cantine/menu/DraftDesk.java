package fr.preau.plugins.cantine.menu;

import fr.preau.api.Caller;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes, publishes and drops drafts. At most five statements, whatever the number of days. Thread-safe. */
@Singleton
public final class DraftDesk {
    private final MenuWrites writes;

    @Inject
    DraftDesk(MenuWrites writes) {
        this.writes = writes;
    }

    void save(Caller caller, Map<Slot, DayContent> contents) {
        Map<Slot, DayContent> kept = new LinkedHashMap<>();
        List<Slot> needless = new ArrayList<>();
        contents.forEach((slot, content) -> {
            if (content.equals(
                    slot.published() == null
                            ? DayContent.EMPTY
                            : slot.published().content())) {
                needless.add(slot);
            } else {
                kept.put(slot, content);
            }
        });
        drop(needless);
        if (kept.isEmpty()) {
            return;
        }
        var ids = writes.writeDrafts(kept.entrySet().stream()
                .map(entry -> new MenuWrites.DayRow(
                        entry.getKey().date(),
                        entry.getKey().place().schoolId(),
                        entry.getValue().closed(),
                        entry.getValue().closedReason(),
                        entry.getValue().note(),
                        caller.personId()))
                .toList());
        writes.clear(ids);
        List<MenuWrites.DishRow> dishes = new ArrayList<>();
        int index = 0;
        for (DayContent content : kept.values()) {
            var id = ids.get(index++);
            int position = 0;
            for (Meal meal : content.meals()) {
                for (Dish dish : meal.dishes()) {
                    dishes.add(new MenuWrites.DishRow(
                            id,
                            position++,
                            meal.type().name(),
                            meal.convives(),
                            dish.course().name(),
                            dish.name(),
                            dish.code(),
                            names(dish.siqo()),
                            dish.label(),
                            names(dish.regimes()),
                            dish.precision(),
                            names(dish.allergens())));
                }
            }
        }
        if (!dishes.isEmpty()) {
            writes.addDishes(dishes);
        }
    }

    void drop(List<Slot> slots) {
        var ids = slots.stream()
                .map(Slot::draft)
                .filter(draft -> draft != null)
                .map(MenuDay::id)
                .toList();
        if (!ids.isEmpty()) {
            writes.delete(ids);
        }
    }

    Publication publish(Caller caller, List<Slot> slots, String reason) {
        List<MenuDay> gone = new ArrayList<>();
        List<MenuWrites.Release> releases = new ArrayList<>();
        int withdrawn = 0;
        for (Slot slot : slots) {
            MenuDay draft = slot.draft();
            MenuDay published = slot.published();
            if (draft == null) {
                continue;
            }
            boolean same = published != null && draft.content().equals(published.content());
            if (same || draft.content().isEmpty()) {
                gone.add(draft);
            } else {
                releases.add(new MenuWrites.Release(
                        draft.id(),
                        caller.personId(),
                        published == null ? null : published.trace().publishedAt(),
                        published != null,
                        published == null ? "" : Spelling.tidy(reason)));
            }
            if (!same && published != null) {
                gone.add(published);
                withdrawn += draft.content().isEmpty() ? 1 : 0;
            }
        }
        if (!gone.isEmpty()) {
            writes.delete(gone.stream().map(MenuDay::id).toList());
        }
        if (!releases.isEmpty()) {
            writes.release(releases);
        }
        int modified =
                (int) releases.stream().filter(MenuWrites.Release::modified).count();
        return new Publication(releases.size() - modified, modified, withdrawn);
    }

    private static @Nullable String names(Allergens allergens) {
        return allergens instanceof Allergens.Declared declared ? names(declared.contained()) : null;
    }

    private static String names(Collection<? extends Enum<?>> terms) {
        return terms.stream().map(Enum::name).collect(Collectors.joining(" "));
    }
}
