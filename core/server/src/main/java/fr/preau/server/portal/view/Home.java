package fr.preau.server.portal.view;

import java.util.List;

/**
 * {@code home.jte}: today.
 *
 * @param firstName to greet the person
 * @param child whether to say “tu”
 * @param children a guardian's children, eldest first; empty for others
 * @param spaces the other ENTs of the account; empty for most people
 * @param tiles what plugins show now; empty if none has anything to say
 */
public record Home(
        String firstName, boolean child, List<ChildView> children, List<OtherSpace> spaces, List<TileView> tiles) {}
