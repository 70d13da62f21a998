package fr.preau.server.convention;

import fr.preau.api.Authority;

/**
 * What a version says about a service.
 *
 * @param pluginId the plugin
 * @param title its title for people
 * @param authority who must sign for it
 * @param controller who answers for its personal data (GDPR article 4, 7)
 * @param purpose what the data are for
 * @param data which data are kept, a line each
 */
public record ServiceLine(
        String pluginId, String title, Authority authority, String controller, String purpose, String data) {}
