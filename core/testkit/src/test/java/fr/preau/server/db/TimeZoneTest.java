package fr.preau.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.testkit.EntExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A child imported just after midnight is in class at once, whatever the machine's zone. */
class TimeZoneTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    @Test
    void today_in_sql_is_the_schools_today() {
        TenantDb core = ent.server().get(Database.class).core();
        String zone = Scope.in(
                0,
                Scope.Mode.READ,
                () -> core.jdbi()
                        .withHandle(handle -> handle.createQuery("show timezone")
                                .mapTo(String.class)
                                .one()));
        assertThat(zone).isEqualTo("Europe/Paris");
    }
}
