package fr.preau.server.portal.console;

import fr.preau.api.Authority;
import fr.preau.api.Profile;
import fr.preau.api.privacy.PersonalData.Kept;
import fr.preau.api.web.Ui;
import fr.preau.server.portal.Profiles;
import fr.preau.server.portal.view.ShopItem.Change;
import fr.preau.server.repository.Comparison;
import fr.preau.server.repository.Declaration.Right;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a service may do and what changes, in words. */
final class ShopWords {
    private ShopWords() {}

    static String authority(Ui ui, Authority authority) {
        return ui.t("authority." + authority.name().toLowerCase(Locale.ROOT));
    }

    static String profiles(Ui ui, Collection<Profile> profiles) {
        if (profiles.isEmpty()) {
            return ui.t("shop.nobody");
        }
        return profiles.size() == Profile.values().length
                ? ui.t("shop.everybody")
                : profiles.stream()
                        .map(profile -> Profiles.label(ui, profile).toLowerCase(Locale.FRENCH))
                        .collect(Collectors.joining(", "));
    }

    static List<Change> changes(Ui ui, Comparison comparison) {
        List<Change> changes = new ArrayList<>();
        if (comparison.authorityChanges()) {
            changes.add(new Change(
                    "shop.change.authority",
                    "wait",
                    authority(ui, comparison.authority().after()),
                    ui.t("shop.before", authority(ui, comparison.authority().before()))));
        }
        comparison.addedRights().forEach(right -> changes.add(right(ui, "shop.change.right.added", "wait", right)));
        comparison
                .changedRights()
                .forEach(change -> changes.add(new Change(
                        "shop.change.right.changed", "wait", change.after().label(), detail(ui, change))));
        comparison.addedData().forEach(kept -> changes.add(kept(ui, "shop.change.data.added", "wait", kept)));
        comparison
                .changedData()
                .forEach(change -> changes.add(new Change(
                        "shop.change.data.changed",
                        "wait",
                        change.after().what(),
                        said(ui, change.after()) + " " + ui.t("shop.before", said(ui, change.before())))));
        comparison.removedRights().forEach(right -> changes.add(right(ui, "shop.change.right.removed", "", right)));
        comparison.removedData().forEach(kept -> changes.add(kept(ui, "shop.change.data.removed", "", kept)));
        return changes;
    }

    private static Change right(Ui ui, String key, String cssClass, Right right) {
        return new Change(key, cssClass, right.label(), profiles(ui, right.profiles()));
    }

    private static String detail(Ui ui, Comparison.Change<Right> change) {
        List<String> said = new ArrayList<>();
        if (!Comparison.gained(change).isEmpty()) {
            said.add(ui.t("shop.change.gained", profiles(ui, Comparison.gained(change))));
        }
        if (!Comparison.lost(change).isEmpty()) {
            said.add(ui.t("shop.change.lost", profiles(ui, Comparison.lost(change))));
        }
        if (!change.before().label().equals(change.after().label())) {
            said.add(ui.t("shop.before", change.before().label()));
        }
        if (change.before().reach() != change.after().reach()) {
            said.add(ui.t("shop.reach." + change.after().reach().name().toLowerCase(Locale.ROOT)));
        }
        return String.join(" ", said);
    }

    private static Change kept(Ui ui, String key, String cssClass, Kept kept) {
        return new Change(key, cssClass, kept.what(), said(ui, kept));
    }

    private static String said(Ui ui, Kept kept) {
        return ui.t("services.kept.for", kept.purpose(), kept.retention());
    }
}
