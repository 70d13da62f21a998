package fr.preau.testkit.contract;

import fr.preau.testkit.Answer;
import fr.preau.testkit.SchoolPerson;
import java.util.List;

/** A route answers nobody who is not signed in, and no profile without its right. */
final class AccessCheck {
    private final Subject subject;

    AccessCheck(Subject subject) {
        this.subject = subject;
    }

    void check(Route route) {
        Faults faults = new Faults();
        Values values;
        try (TenantRows rows = subject.rows()) {
            values = rows.values(subject.ent().school().tenantId());
        }
        List<Call> calls = Filling.of(route, values, subject.crawl(), 1);
        if (calls.isEmpty()) {
            throw new AssertionError(route + " : no value found that fits its path, so it was never called");
        }
        Call call = calls.get(0);
        Answer stranger = call.send(subject.ent().anonymous());
        boolean toSignIn = stranger.status() == 303 && stranger.location().contains("/connexion");
        if (route.isGet() && !route.api() ? !toSignIn : stranger.status() != 401) {
            faults.add(call + " without a session answers " + stranger.status() + " " + stranger.location());
        }
        for (SchoolPerson person : subject.oneOfEach()) {
            if (!route.holders().contains(person.profile().name())) {
                int status = call.send(subject.ent().as(person)).status();
                if (status != 403) {
                    faults.add(call + " answers " + status + " to the profile " + person.profile()
                            + ", which does not hold its right");
                }
            }
        }
        faults.tell();
    }
}
