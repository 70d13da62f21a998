package fr.preau.server.portal.view;

import java.util.List;

/**
 * {@code launcher.jte}: every service this person may open.
 *
 * @param services by title
 * @param child whether to say “tu”
 * @param mayManage whether the person starts and stops services in the console
 */
public record Launchpad(List<Place> services, boolean child, boolean mayManage) {}
