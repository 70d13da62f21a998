package fr.preau.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.api.Profile;
import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.server.account.Accounts;
import fr.preau.server.account.NotesPlugin;
import fr.preau.server.convention.QuickStart;
import fr.preau.server.convention.QuickStart.Signatory;
import fr.preau.server.convention.Template;
import fr.preau.server.tenancy.Tenants;
import fr.preau.testkit.Program;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Power goes out while people write. */
class KilledServerTest {
    private static final String PASSWORD = "trois mots pour essayer";
    private static final int WRITERS = 4;

    private final Path jar = NotesPlugin.jar();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void what_was_acknowledged_is_there_after_a_kill() throws Exception {
        Program preau = new Program(folder).set("PREAU_PORT", "0").set("PREAU_PLUGINS", jar.toString());
        Path data = folder.resolve("donnees");
        try (Ent ent = Ent.offline(new Config(0, "127.0.0.1", data, List.of(jar), null, null, false, true))
                .withPlugins()) {
            Tenants tenants = ent.get(Tenants.class);
            int tenant = tenants.create("essai", "ENT de l’Essai", Tenants.Kind.COMMUNE);
            var teacher = tenants.addPerson(tenant, Profile.TEACHER, "Camille", "Craie", "");
            tenants.addCommune(tenant, "99901", "Essai");
            UUID school = tenants.addSchool(tenant, "0999901A", "École de l’Essai", "99901");
            tenants.addMember(tenant, teacher, school, tenants.addClass(tenant, school, "CP", "CP"), "TEACHER");
            Signatory somebody = new Signatory("Claude Essai", "Délégué");
            ent.get(QuickStart.class).signAndDeployEverything(tenant, Template.COMMUNE, "Essai", somebody, somebody);
            ent.get(Accounts.class).give(tenant, teacher, "camille.craie", PASSWORD, false);
        }
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Process server = preau.start("serve");
        try {
            URI address = address(server);
            String cookie = signIn(address);
            ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = "note " + writer;
                writers.execute(() -> write(address, cookie, name, acknowledged));
            }
            while (acknowledged.size() < 200 && server.isAlive()) {
                Thread.sleep(5);
            }
            server.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
            writers.shutdown();
            assertThat(writers.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        } finally {
            server.destroyForcibly();
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(200);

        Process again = preau.start("serve");
        try {
            URI address = address(again);
            HttpResponse<String> kept = http.send(
                    HttpRequest.newBuilder(address.resolve("/apps/notes/api/notes"))
                            .header("Cookie", signIn(address))
                            .build(),
                    BodyHandlers.ofString());
            assertThat(kept.statusCode()).isEqualTo(200);
            List<String> lost = acknowledged.stream()
                    .filter(note -> !kept.body().contains("\"" + note + "\""))
                    .toList();
            assertThat(lost).as("of %s acknowledged", acknowledged.size()).isEmpty();
        } finally {
            again.destroy();
            again.waitFor(20, TimeUnit.SECONDS);
            again.destroyForcibly();
        }
    }

    /** Writes until the server is gone. */
    private void write(URI address, String cookie, String name, Queue<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                String note = name + " " + i;
                HttpResponse<String> answer =
                        post(address, cookie, "/apps/notes/api/notes", "{\"text\":\"" + note + "\"}");
                if (answer.statusCode() != 204) {
                    return;
                }
                acknowledged.add(note);
            }
        } catch (IOException e) {
            // Killed in mid-air: this one was not acknowledged.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<String> post(URI address, String cookie, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private String signIn(URI address) throws Exception {
        HttpResponse<String> in = post(
                address, "", "/api/core/session", "{\"login\":\"camille.craie\",\"password\":\"" + PASSWORD + "\"}");
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        http.send(
                HttpRequest.newBuilder(address.resolve("/api/core/charter"))
                        .header("Cookie", cookie)
                        .PUT(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.discarding());
        return cookie;
    }

    private static URI address(Process server) throws IOException {
        BufferedReader lines = server.inputReader(java.nio.charset.StandardCharsets.UTF_8);
        String line;
        while ((line = lines.readLine()) != null) {
            if (line.startsWith("Préau est ouvert : ")) {
                return URI.create(line.substring("Préau est ouvert : ".length()));
            }
        }
        throw new AssertionError("did not open");
    }
}
