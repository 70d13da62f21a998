package fr.preau.api.web;

/**
 * A plugin's place in the launcher.
 *
 * @param title one or two words
 * @param icon name of a Lucide icon
 * @param hue the plugin's colour
 * @param right short name of the right that shows it
 */
public record Launcher(String title, String icon, Hue hue, String right) {}
