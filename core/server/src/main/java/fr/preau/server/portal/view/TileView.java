package fr.preau.server.portal.view;

import gg.jte.Content;

/**
 * A tile of the home page, drawn around what a plugin rendered.
 *
 * @param title the launcher's title
 * @param icon the launcher's icon
 * @param hueClass the plugin's colour
 * @param href the plugin's first page
 * @param body what the plugin rendered, already escaped
 */
public record TileView(String title, String icon, String hueClass, String href, Content body) {}
