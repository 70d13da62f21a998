package fr.preau.plugins.annuaireonde;

import fr.preau.api.Profile;
import fr.preau.api.web.Upload;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Answer;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.Multipart;
import fr.preau.testkit.SchoolPerson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An empty school with a head, who imports in the console.
 *
 * @param ent where
 * @param tenantId its tenant
 * @param id the school
 * @param uai its number
 * @param head its head, made by hand
 */
record TestSchool(EntExtension ent, int tenantId, UUID id, String uai, SchoolPerson head) {
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A school in a new tenant. */
    static TestSchool inNewTenant(EntExtension ent) {
        int number = COUNT.incrementAndGet();
        Tenants tenants = ent.server().get(Tenants.class);
        int tenant = tenants.create("essai-" + number, "ENT d’essai " + number, Tenants.Kind.COMMUNE);
        tenants.addCommune(tenant, "99000", "Essaiville");
        return in(ent, tenant);
    }

    /** One more school in the same tenant. */
    TestSchool sister() {
        return in(ent, tenantId);
    }

    private static TestSchool in(EntExtension ent, int tenant) {
        int number = COUNT.incrementAndGet();
        Tenants tenants = ent.server().get(Tenants.class);
        String uai = String.format("0%06dZ", number);
        UUID school = tenants.addSchool(tenant, uai, "École d’essai " + number, "99000");
        ent.agree(tenant);
        UUID head = tenants.addPerson(tenant, Profile.HEAD, "Dominique", "Direction", "");
        tenants.addMember(tenant, head, school, null, "HEAD");
        String login = "direction." + number;
        TestSchool made = new TestSchool(
                ent, tenant, school, uai, new SchoolPerson(tenant, head, Profile.HEAD, "Dominique Direction", login));
        // With the hash of everybody's password: to compute one for each school would take longer than the tests.
        made.sql("with made as (insert into system.account (login, password_hash)"
                + " select '" + login + "', min(password_hash) from system.account returning id)"
                + " insert into system.account_person (account_id, tenant_id, person_id)"
                + " select id, ?, '" + head + "' from made");
        return made;
    }

    /** The head, signed in. */
    Client client() {
        return ent.as(head);
    }

    /** Gives files and looks at what would change. Options are {@code departs} and {@code liens}. */
    PlanPage give(String option, Upload... files) {
        Multipart form = new Multipart().field("ecole", uai).field("source", "onde");
        if (!option.isEmpty()) {
            form.field(option, "oui");
        }
        for (Upload file : files) {
            form.file("fichiers", file.name(), file.content());
        }
        return PlanPage.of(client().postParts("/console/import", form));
    }

    PlanPage give(Upload... files) {
        return give("", files);
    }

    /** Gives files and confirms. */
    PlanPage bring(String option, Upload... files) {
        PlanPage plan = give(option, files);
        Answer done = client().postForm(plan.confirmation());
        if (done.status() != 303) {
            throw new AssertionError(plan.counts() + " not applied: " + done);
        }
        return plan;
    }

    PlanPage bring(Upload... files) {
        return bring("", files);
    }

    /** Counts in the database, as its administrator; each {@code ?} is the tenant. */
    long count(String from) {
        return Long.parseLong(text("select count(*) from " + from));
    }

    /** The first value of the first row. */
    String text(String sql) {
        try (Connection connection = ent.database();
                PreparedStatement statement = bound(connection, sql);
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Does something to the database by hand, as its administrator. */
    void sql(String sql) {
        try (Connection connection = ent.database();
                PreparedStatement statement = bound(connection, sql)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private PreparedStatement bound(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 1; i <= statement.getParameterMetaData().getParameterCount(); i++) {
            statement.setInt(i, tenantId);
        }
        return statement;
    }
}
