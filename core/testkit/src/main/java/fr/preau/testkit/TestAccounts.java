package fr.preau.testkit;

import fr.preau.server.account.Passwords;
import java.sql.Connection;
import java.sql.SQLException;

/** Gives everybody of a school an account. All share one hash: to compute one for each would take longer than the tests. */
final class TestAccounts {
    private static final String HASH = Passwords.hash(EntExtension.PASSWORD);

    private TestAccounts() {}

    static void give(Connection admin, MadeUpSchool school) throws SQLException {
        try (var statement = admin.prepareStatement("with made as (insert into system.account (login, password_hash) "
                + "values (?, ?) returning id) "
                + "insert into system.account_person (account_id, tenant_id, person_id) select id, ?, ? from made")) {
            for (SchoolPerson person : school.people()) {
                statement.setString(1, person.login());
                statement.setString(2, HASH);
                statement.setInt(3, person.tenantId());
                statement.setObject(4, person.id());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
