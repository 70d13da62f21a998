package fr.preau.plugins.garderie;

import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What the tests begin with. */
final class Given {
    static final String ROOT = "/apps/garderie/";
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Given() {}

    /** An evening that can still be booked, and a note. */
    static void sow(EntExtension ent, MadeUpSchool school) {
        LocalDate day = SchoolDays.from(LocalDate.now(PARIS).plusDays(2)).get(0);
        var guardian = ent.as(school.guardian());
        String child = ROOT + "api/children/" + school.pupil().id();
        guardian.putJson(child + "/evenings", Map.of("shown", List.of(day), "wanted", List.of(day)));
        guardian.putJson(
                child + "/care",
                Map.of("allergies", "Arachides, " + school.name(), "collectors", "Tante Essai, " + school.name()));
    }
}
