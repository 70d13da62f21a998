package fr.preau.server.charter;

import fr.preau.api.Profile;
import fr.preau.server.account.Accounts;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A child and guardians made for one test, with accounts; nobody has accepted anything. */
record Family(EntExtension ent, MadeUpSchool school, Someone child, Someone mother, Someone father) {
    static final String PASSWORD = "trois mots pour essayer";
    private static final AtomicInteger count = new AtomicInteger();

    /** Somebody of a family. */
    record Someone(EntExtension ent, UUID id, String firstName, String login) {
        /** Signed in; nothing accepted. */
        Client signedIn() {
            Client client = ent.anonymous();
            int status = client.postJson("/api/core/session", Map.of("login", login, "password", PASSWORD))
                    .status();
            if (status != 204) {
                throw new AssertionError(login + ": " + status);
            }
            return client;
        }

        /** Signed in, their own charter accepted. */
        Client accepted() {
            Client client = signedIn();
            client.putJson("/api/core/charter", Map.of());
            return client;
        }
    }

    /** In the first school, in CM2; {@code age} in years, null if the birth date is not known. */
    static Family of(EntExtension ent, @Nullable Integer age) {
        return in(ent, ent.school(), age);
    }

    static Family in(EntExtension ent, MadeUpSchool school, @Nullable Integer age) {
        int number = count.incrementAndGet();
        LocalDate birth =
                age == null ? null : EntExtension.today().minusYears(age).minusDays(40);
        Someone child = someone(ent, school, Profile.PUPIL, "Enfant" + number, birth);
        Someone mother = someone(ent, school, Profile.GUARDIAN, "Maman" + number, null);
        Someone father = someone(ent, school, Profile.GUARDIAN, "Papa" + number, null);
        Tenants tenants = ent.server().get(Tenants.class);
        tenants.addMember(school.tenantId(), child.id(), school.schoolId(), school.oldClass(), "PUPIL");
        tenants.addGuardian(school.tenantId(), mother.id(), child.id(), "mère");
        tenants.addGuardian(school.tenantId(), father.id(), child.id(), "père");
        return new Family(ent, school, child, mother, father);
    }

    private static Someone someone(
            EntExtension ent, MadeUpSchool school, Profile profile, String firstName, @Nullable LocalDate birth) {
        UUID id =
                ent.server().get(Tenants.class).addPerson(school.tenantId(), profile, firstName, "Inventé", "", birth);
        String login = "famille." + firstName.toLowerCase(java.util.Locale.ROOT);
        ent.server().get(Accounts.class).give(school.tenantId(), id, login, PASSWORD, false);
        return new Someone(ent, id, firstName, login);
    }

    /** Runs SQL beside everything, as the database's administrator; {@code ?} are ids. */
    void sql(String statement, UUID... ids) {
        try (Connection admin = ent.database();
                var prepared = admin.prepareStatement(statement)) {
            for (int i = 0; i < ids.length; i++) {
                prepared.setObject(i + 1, ids[i]);
            }
            prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
