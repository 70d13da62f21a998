package fr.preau.server.portal.view;

import fr.preau.api.web.Ui;
import java.util.ArrayList;
import java.util.List;

/**
 * Somewhere to go: one of the portal's places, or a service in the rail and the launcher.
 *
 * @param label one or two words
 * @param icon name of a Lucide icon
 * @param href absolute path
 * @param current whether the person is there
 * @param hueClass the service's colour, empty for the portal's places
 */
public record Place(String label, String icon, String href, boolean current, String hueClass) {

    /**
     * The portal's own places, in their order.
     *
     * @param ui the core's texts
     * @param path path of the present request: it decides which place is current
     * @param console whether the person has the console
     */
    public static List<Place> ofPortal(Ui ui, String path, boolean console) {
        List<Place> places = new ArrayList<>();
        places.add(new Place(ui.t("place.today"), "sun", "/", path.equals("/"), ""));
        boolean inService = path.startsWith("/services") || path.startsWith("/apps/");
        places.add(new Place(ui.t("place.services"), "layout-grid", "/services", inService, ""));
        boolean inAccount =
                path.startsWith("/compte") || path.startsWith("/mot-de-passe") || path.startsWith("/charte");
        places.add(new Place(ui.t("place.account"), "circle-user-round", "/compte", inAccount, ""));
        if (console) {
            places.add(new Place(ui.t("place.console"), "wrench", "/console", path.startsWith("/console"), ""));
        }
        return List.copyOf(places);
    }
}
