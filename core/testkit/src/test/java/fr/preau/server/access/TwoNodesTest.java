package fr.preau.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.access.Place;
import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.testkit.Client;
import fr.preau.testkit.EntExtension;
import fr.preau.testkit.MadeUpSchool;
import fr.preau.testkit.PluginJar;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one database: what is changed on one counts for the next request on the other. */
class TwoNodesTest {
    private static final Path JAR = PluginJar.of(RightsPlugin.class).build();
    private static final HttpClient http = HttpClient.newHttpClient();

    @RegisterExtension
    static final EntExtension ent = EntExtension.bare().with(JAR);

    @TempDir
    static Path data;

    private static Ent other;

    private final MadeUpSchool school = ent.school();
    private final Client admin = ent.as(school.administrator());

    @BeforeAll
    static void start() {
        Config first = ent.server().get(Config.class);
        other = Ent.serve(new Config(0, "127.0.0.1", data, List.of(JAR), first.database(), null, false, false));
    }

    @AfterAll
    static void stop() {
        other.close();
    }

    /** What the other node answers to who is signed in on the first. */
    private static int onTheOtherNode(Client client, String path) throws IOException, InterruptedException {
        StringBuilder cookies = new StringBuilder();
        client.cookies()
                .forEach((name, value) ->
                        cookies.append(name).append('=').append(value).append("; "));
        URI address = other.address().resolve(path);
        return http.send(
                        HttpRequest.newBuilder(address)
                                .header("Cookie", cookies.toString())
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void a_role_counts_on_both_nodes_with_the_next_request() throws Exception {
        Client aide = ent.as(school.schoolStaff());
        String location =
                admin.postForm("/console/roles", "nom", "Secret des deux").location();
        String role = location.substring(location.lastIndexOf('/') + 1);
        Map<String, Object> gift = Map.of(
                "role",
                role,
                "subject",
                "PERSON:" + school.schoolStaff().id(),
                "scope",
                "CLASS",
                "place",
                school.youngClass());
        assertThat(admin.postJson("/api/core/grants", gift).status()).isEqualTo(200);
        for (int i = 0; i < 20; i++) {
            assertThat(onTheOtherNode(aide, "/apps/rights/secret"))
                    .as("round " + i)
                    .isEqualTo(403);
            admin.postForm("/console/roles/" + role, "nom", "Secret des deux", "droit", "rights.secret");
            assertThat(onTheOtherNode(aide, "/apps/rights/secret"))
                    .as("round " + i)
                    .isEqualTo(200);
            admin.postForm("/console/roles/" + role, "nom", "Secret des deux");
        }
    }

    @Test
    void what_is_remembered_there_is_what_is_known_here() {
        UUID pupil = school.pupil().id();
        RightId read = new RightId("rights", "read");
        Place place = Place.schoolClass(school.youngClass());
        Standings there = other.get(Standings.class);
        for (String path : List.of("suspendre", "retablir")) {
            assertThat(admin.postForm("/console/personnes/" + pupil + "/" + path)
                            .status())
                    .isEqualTo(303);
            boolean open = path.equals("retablir");
            assertThat(there.of(school.tenantId(), pupil).orElseThrow().may(read, place, Instant.now()))
                    .as(path)
                    .isEqualTo(open);
        }
    }
}
