package fr.preau.server.db;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.testkit.EntExtension;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A read keeps its tenant whatever the type of its parameters, also once the driver has prepared it on the server. */
class ReadWithAnyTypeTest {
    @RegisterExtension
    static final EntExtension ent = EntExtension.bare();

    record Bound(String type, @Nullable Object value) {}

    static List<Bound> values() {
        return List.of(
                new Bound("timestamptz", Instant.now()),
                new Bound("timestamptz", OffsetDateTime.now(ZoneOffset.UTC)),
                new Bound("timestamptz", null),
                new Bound("date", LocalDate.EPOCH),
                new Bound("date", java.sql.Timestamp.from(Instant.now())),
                new Bound("uuid", UUID.randomUUID()),
                new Bound("uuid", null),
                new Bound("text", Profile.PUPIL),
                new Bound("text", null),
                new Bound("integer", 1),
                new Bound("text[]", new String[] {"a"}));
    }

    @ParameterizedTest
    @MethodSource("values")
    void tenTimes(Bound bound) {
        TenantDb core = ent.server().get(Database.class).core();
        for (int i = 0; i < 10; i++) {
            int people = Scope.in(
                    ent.school().tenantId(),
                    Scope.Mode.READ,
                    () -> core.jdbi()
                            .withHandle(
                                    handle -> handle.createQuery("select first_name from core.person where (:value::"
                                                    + bound.type() + ") is not null or true")
                                            .bind("value", bound.value())
                                            .mapTo(String.class)
                                            .list()
                                            .size()));
            assertThat(people).as("run %d", i).isPositive();
        }
    }
}
