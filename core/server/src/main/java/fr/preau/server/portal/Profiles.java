package fr.preau.server.portal;

import fr.preau.api.Profile;
import fr.preau.api.web.Ui;

/** Profiles in words. */
public final class Profiles {
    private Profiles() {}

    /** “Enseignant”, “Parent”… from the bundle. */
    public static String label(Ui ui, Profile profile) {
        return ui.t("profile." + profile.name().toLowerCase(java.util.Locale.ROOT));
    }
}
