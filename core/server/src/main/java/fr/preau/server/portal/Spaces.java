package fr.preau.server.portal;

import fr.preau.api.web.Ui;
import fr.preau.server.account.OwnPerson;
import fr.preau.server.portal.view.OtherSpace;
import java.util.List;

/** The other ENTs of an account, for pages. */
final class Spaces {
    private Spaces() {}

    static List<OtherSpace> of(Ui ui, List<OwnPerson> others) {
        return others.stream()
                .map(person -> new OtherSpace(
                        person.personId(), person.tenantName(), Profiles.label(ui, person.profile()), person.name()))
                .toList();
    }
}
