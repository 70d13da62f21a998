package fr.preau.plugins.cantine.opendata;

import fr.preau.api.directory.Directory;
import fr.preau.api.directory.School;
import fr.preau.plugins.cantine.menu.MenuDay;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.menu.Slot;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Published menus as open data. Thread-safe. */
@Singleton
public final class OpenData {
    private final Menus menus;
    private final Directory directory;
    private final PublisherDao publishers;

    @Inject
    OpenData(Menus menus, Directory directory, PublisherDao publishers) {
        this.menus = menus;
        this.directory = directory;
        this.publishers = publishers;
    }

    /** Who publishes, once it has been said. */
    public Optional<Publisher> publisher() {
        return publishers.find();
    }

    /** Says who publishes; it must have no faults. */
    public void setPublisher(Publisher publisher) {
        publishers.save(publisher);
    }

    /** The SCDL file of what families see, from one day to another. Three statements with {@link #publisher}. */
    public String scdl(Publisher publisher, LocalDate from, LocalDate to) {
        Map<LocalDate, List<MenuDay>> byDate = new TreeMap<>();
        for (Slot slot : menus.slots(from, to)) {
            if (slot.published() != null) {
                byDate.computeIfAbsent(slot.date(), date -> new ArrayList<>()).add(slot.published());
            }
        }
        List<School> schools = directory.schools();
        ScdlFile file = new ScdlFile(publisher);
        byDate.forEach((date, days) ->
                schools.forEach(school -> of(school, days).ifPresent(day -> file.add(school, day))));
        return file.text();
    }

    /** A school's own menu, else the one for all. */
    private static Optional<MenuDay> of(School school, List<MenuDay> days) {
        return days.stream()
                .filter(day -> Objects.equals(day.place().schoolId(), school.id()))
                .findFirst()
                .or(() -> days.stream().filter(day -> day.place().everywhere()).findFirst());
    }
}
