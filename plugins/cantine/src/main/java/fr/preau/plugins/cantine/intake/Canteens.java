package fr.preau.plugins.cantine.intake;

import fr.preau.api.directory.School;
import fr.preau.plugins.cantine.file.MenuLine;
import fr.preau.plugins.cantine.file.Restaurant;
import fr.preau.plugins.cantine.menu.Place;
import fr.preau.plugins.cantine.menu.Spelling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells which of a file's restaurants are the ENT's. A town's file often holds the crèche, the home for the elderly and
 * meals on wheels too. Not thread-safe; made for one file.
 */
final class Canteens {
    private static final Set<String> NOT_SCHOOLS = Stream.of(
                    "crèche",
                    "collège",
                    "lycée",
                    "université",
                    "centre de formation",
                    "administration",
                    "résidence sénior",
                    "EHPAD",
                    "repas à domicile",
                    "restaurant d'entreprise")
            .map(Spelling::key)
            .collect(Collectors.toUnmodifiableSet());

    private final List<School> schools;
    private final String target;
    private final boolean several;
    private final boolean severalOfSchools;
    private final Map<Restaurant, Optional<Place>> known = new HashMap<>();

    Canteens(List<School> schools, String target, List<MenuLine> lines) {
        this.schools = schools;
        this.target = target;
        Set<Restaurant> all = lines.stream().map(MenuLine::restaurant).collect(Collectors.toSet());
        this.several = all.size() > 1;
        // The same canteen may be there twice, for nursery and elementary classes.
        this.severalOfSchools = all.stream()
                        .filter(Canteens::feedsSchools)
                        .map(restaurant -> Spelling.key(restaurant.name()) + '/' + restaurant.id())
                        .distinct()
                        .count()
                > 1;
    }

    /** Where a restaurant's meals go; empty if they are not for the ENT's schools, or if one can't tell. */
    Optional<Place> place(Restaurant restaurant) {
        return known.computeIfAbsent(restaurant, this::find);
    }

    private Optional<Place> find(Restaurant restaurant) {
        if (several && !feedsSchools(restaurant)) {
            return Optional.empty();
        }
        if (!target.equals(Target.FILE)) {
            return Optional.of(Target.place(target, schools));
        }
        Optional<School> school = schools.stream()
                .filter(candidate -> candidate.uai().equalsIgnoreCase(restaurant.id())
                        || Spelling.key(candidate.name()).equals(Spelling.key(restaurant.name())))
                .findFirst();
        if (school.isPresent()) {
            return Optional.of(Target.of(school.get(), schools));
        }
        boolean anotherSchool = restaurant.id().matches("\\d{7}[A-Za-z]");
        return severalOfSchools || anotherSchool ? Optional.empty() : Optional.of(Place.EVERYWHERE);
    }

    private static boolean feedsSchools(Restaurant restaurant) {
        return !NOT_SCHOOLS.contains(Spelling.key(restaurant.type()));
    }
}
