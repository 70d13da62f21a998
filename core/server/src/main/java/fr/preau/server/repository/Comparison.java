package fr.preau.server.repository;

import fr.preau.api.Authority;
import fr.preau.api.Profile;
import fr.preau.api.privacy.PersonalData.Kept;
import fr.preau.server.repository.Declaration.Right;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What another version of a plugin changes for those who answer for the ENT.
 *
 * @param authority who must sign for it, both equal if that stays
 * @param addedRights what it lets people do for the first time
 * @param removedRights what nobody can do any more
 * @param changedRights the same right, meaning or reaching something else, or held by others
 * @param addedData what it begins to keep
 * @param removedData what it says it keeps no longer
 * @param changedData the same data, for another purpose or time
 */
public record Comparison(
        Change<Authority> authority,
        List<Right> addedRights,
        List<Right> removedRights,
        List<Change<Right>> changedRights,
        List<Kept> addedData,
        List<Kept> removedData,
        List<Change<Kept>> changedData) {

    /** Before and after. */
    public record Change<T>(T before, T after) {}

    /** Compares what is here with what would take its place. */
    public static Comparison between(Declaration before, Declaration after) {
        return new Comparison(
                new Change<>(before.authority(), after.authority()),
                onlyIn(after.rights(), before.rights(), Right::name),
                onlyIn(before.rights(), after.rights(), Right::name),
                changed(before.rights(), after.rights(), Right::name),
                onlyIn(after.personalData(), before.personalData(), Kept::what),
                onlyIn(before.personalData(), after.personalData(), Kept::what),
                changed(before.personalData(), after.personalData(), Kept::what));
    }

    private static <T> List<T> onlyIn(List<T> these, List<T> those, Function<T, String> key) {
        Map<String, T> known = byKey(those, key);
        return these.stream()
                .filter(each -> !known.containsKey(key.apply(each)))
                .toList();
    }

    private static <T> List<Change<T>> changed(List<T> before, List<T> after, Function<T, String> key) {
        Map<String, T> known = byKey(before, key);
        return after.stream()
                .filter(each -> known.containsKey(key.apply(each)) && !each.equals(known.get(key.apply(each))))
                .map(each -> new Change<>(Objects.requireNonNull(known.get(key.apply(each))), each))
                .toList();
    }

    private static <T> Map<String, T> byKey(List<T> all, Function<T, String> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity(), (one, other) -> one));
    }

    /** Whether somebody else must sign for it. */
    public boolean authorityChanges() {
        return authority.before() != authority.after();
    }

    /** The profiles that hold a right from now on. */
    public static List<Profile> gained(Change<Right> change) {
        return onlyIn(change.after().profiles(), change.before().profiles(), Profile::name);
    }

    /** The profiles that hold a right no longer. */
    public static List<Profile> lost(Change<Right> change) {
        return onlyIn(change.before().profiles(), change.after().profiles(), Profile::name);
    }
}
