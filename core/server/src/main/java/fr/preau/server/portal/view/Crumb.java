package fr.preau.server.portal.view;

import fr.preau.api.web.Ui;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of the way back.
 *
 * @param label the page's title
 * @param href absolute path
 */
public record Crumb(String label, String href) {

    /**
     * The way back from a page, outermost first, without the page itself: from a person's sheet to the people and the
     * console, from a page of a service to its first page.
     *
     * @param ui the core's texts
     * @param path path of the present request
     * @param services the services of the person; the current one gives its label
     */
    public static List<Crumb> to(Ui ui, String path, List<Place> services) {
        List<Crumb> crumbs = new ArrayList<>();
        if (path.startsWith("/console/")) {
            crumbs.add(new Crumb(ui.t("console.title"), "/console"));
            if (path.startsWith("/console/personnes/")) {
                crumbs.add(new Crumb(ui.t("people.title"), "/console/personnes"));
            } else if (path.startsWith("/console/import/")) {
                crumbs.add(new Crumb(ui.t("import.title"), "/console/import"));
            } else if (path.startsWith("/console/magasin/")) {
                crumbs.add(new Crumb(ui.t("shop.title"), "/console/magasin"));
            } else if (path.startsWith("/console/charte/papier/classes/")) {
                crumbs.add(new Crumb(ui.t("classes.title"), "/console/classes"));
            } else if (path.startsWith("/console/charte/papier/personnes/")) {
                crumbs.add(new Crumb(ui.t("people.title"), "/console/personnes"));
            } else if (path.startsWith("/console/convention/") || path.equals("/console/attente")) {
                crumbs.add(new Crumb(ui.t("convention.title"), "/console/convention"));
            } else if (path.startsWith("/console/evenements")) {
                crumbs.add(new Crumb(ui.t("services.title"), "/console/services"));
            } else if (path.startsWith("/console/charte/")) {
                crumbs.add(new Crumb(ui.t("charters.title"), "/console/charte"));
            }
        } else if (path.startsWith("/mot-de-passe") || path.startsWith("/charte")) {
            crumbs.add(new Crumb(ui.t("account.title"), "/compte"));
        }
        for (Place service : services) {
            if (service.current() && !service.href().equals(path)) {
                crumbs.add(new Crumb(service.label(), service.href()));
            }
        }
        return List.copyOf(crumbs);
    }
}
