package fr.preau.plugins.cahierdetextes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.server.db.Database;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.SchoolPerson;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a page asks the database. */
class RoundTripsTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.of(CahierDeTextesPlugin.class);

    @Test
    void the_week_takes_three_statements_however_full_it_is() {
        MadeUpSchool school = ent.school();
        LocalDate monday = Week.containing(Given.schoolDay(ent)).monday();
        for (int day = 0; day < 5; day++) {
            Given.work(ent, school.teacher(), school.youngClass(), monday.plusDays(day), "Lecture", "Page " + day);
            Given.work(ent, school.otherTeacher(), school.oldClass(), monday.plusDays(day), "Calcul", "Table " + day);
        }
        for (SchoolPerson reader : List.of(school.teacher(), school.head(), school.pupil(), school.guardian())) {
            Client client = ent.as(reader);
            // A week that is none is refused before anything is read: what remains is the host's share.
            long host = roundTrips(client, Given.ROOT + "?week=rien", 422);
            long full = roundTrips(client, Given.ROOT + "?week=" + monday, 200);
            assertThat(full - host).as(reader.profile() + ", host " + host).isEqualTo(3);
        }
    }

    /** The fewest of some tries: others may ask meanwhile. */
    private static long roundTrips(Client client, String path, int status) {
        Database database = ent.server().get(Database.class);
        long fewest = Long.MAX_VALUE;
        for (int i = 0; i < 4; i++) {
            long before = database.roundTrips();
            Given.expect(status, client.get(path));
            fewest = Math.min(fewest, database.roundTrips() - before);
        }
        return fewest;
    }
}
