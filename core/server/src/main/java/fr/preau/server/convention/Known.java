package fr.preau.server.convention;

import fr.preau.api.Authority;

/**
 * A service that could be agreed on, as its plugin declares it.
 *
 * @param pluginId the plugin
 * @param title its title
 * @param authority who must sign at least
 * @param purpose what its data are for
 * @param data which data it keeps, a line each
 */
public record Known(String pluginId, String title, Authority authority, String purpose, String data) {}
