package fr.preau.server.account;

import fr.preau.api.Profile;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody made for one test, so that locking or suspending them disturbs no other.
 *
 * @param tenantId the tenant
 * @param id the person
 * @param login the login of the account, if one was given
 */
record NewPerson(EntExtension ent, int tenantId, UUID id, String login) {
    static final String PASSWORD = "trois mots pour essayer";
    private static final AtomicInteger count = new AtomicInteger();

    static NewPerson in(EntExtension ent, MadeUpSchool school, Profile profile) {
        int number = count.incrementAndGet();
        // Old enough to accept the charter alone.
        LocalDate birthDate = EntExtension.today().minusYears(16);
        UUID id = ent.server()
                .get(Tenants.class)
                .addPerson(school.tenantId(), profile, "Prénom" + number, "Inventé", "", birthDate);
        return new NewPerson(ent, school.tenantId(), id, "nouveau." + number);
    }

    /** A guardian of the first school. */
    static NewPerson guardian(EntExtension ent) {
        return in(ent, ent.school(), Profile.GUARDIAN);
    }

    NewPerson withAccount() {
        if (!ent.server().get(Accounts.class).give(tenantId, id, login, PASSWORD, false)) {
            throw new AssertionError("no account for " + this);
        }
        return this;
    }

    String code() {
        return String.valueOf(ent.server()
                .get(Invitations.class)
                .invite(tenantId, List.of(id))
                .get(id));
    }

    /** Signed in, the charter accepted. */
    Client signedIn() {
        Client client = ent.anonymous();
        client.postJson("/api/core/session", Map.of("login", login, "password", PASSWORD));
        client.send("PUT", "/api/core/charter", null, null);
        return client;
    }

    /** What the head does in the console. */
    void suspend(Client head) {
        int status = head.postForm("/console/personnes/" + id + "/suspendre").status();
        if (status != 303) {
            throw new AssertionError("not suspended: " + status);
        }
    }
}
