package fr.preau.server.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.preau.server.plugin.PluginFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web server that hangs, lies about sizes, or sends elsewhere. Its answers are written byte by byte. */
class FetchTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @TempDir
    Path folder;

    private final Fetch fetch = new Fetch();
    private ServerSocket server = unopened();
    private Answer answer = (path, out) -> {};

    /** What is sent for a path. */
    private interface Answer {
        void send(String path, OutputStream out) throws IOException, InterruptedException;
    }

    private static ServerSocket unopened() {
        try {
            return new ServerSocket();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @BeforeEach
    void open() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::accept);
        thread.setDaemon(true);
        thread.start();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread thread = new Thread(() -> serve(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            String head = head(socket.getInputStream());
            answer.send(head.split(" ")[1], socket.getOutputStream());
            socket.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // The client gave up: that is what it should do.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
        return head.toString();
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/depot/";
    }

    private Path target() {
        return folder.resolve("target");
    }

    private String failed(long most) {
        long start = System.nanoTime();
        PluginFailure failure = catchThrowableOfType(
                PluginFailure.class, () -> fetch.file(address(), "x.jar", most, Duration.ofSeconds(2), target()));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        assertThat(failure).as("a refusal").isNotNull();
        return String.join("\n", failure.faults());
    }

    @Test
    void a_plain_answer_arrives() throws IOException {
        answer = (path, out) -> text(out, OK + "Content-Length: 5\r\n\r\n" + path.substring(1, 6));
        fetch.file(address(), "x.jar", 5, Duration.ofSeconds(5), target());
        assertThat(target()).hasContent("depot");
    }

    @Test
    void it_hangs_before_within_and_after() {
        answer = (path, out) -> Thread.sleep(20_000);
        assertThat(failed(100)).contains("n’est pas arrivé en 2 secondes");
        answer = (path, out) -> {
            text(out, OK + "Content-Length: 100\r\n\r\n");
            for (int i = 0; i < 100; i++) {
                out.write('x');
                out.flush();
                Thread.sleep(200);
            }
        };
        assertThat(failed(100)).as("drop by drop").contains("n’est pas arrivé en 2 secondes");
    }

    @Test
    void it_lies_about_sizes() throws IOException {
        answer = (path, out) -> text(out, OK + "Content-Length: 1000000000000\r\n\r\nx");
        assertThat(failed(100)).contains("dépasse la taille attendue, 100 octets");
        answer = (path, out) -> {
            text(out, OK + "Transfer-Encoding: chunked\r\n\r\n");
            while (true) {
                text(out, "5\r\nxxxxx\r\n");
            }
        };
        assertThat(failed(1000)).as("without an end").contains("dépasse la taille attendue, 1000 octets");
        assertThat(Files.size(target())).isLessThanOrEqualTo(1000);
        answer = (path, out) -> text(out, OK + "Content-Length: 50\r\n\r\nshort");
        assertThat(failed(100)).as("more than comes").contains("n’a pas pu être lu entièrement");
        answer = (path, out) -> text(out, OK + "Content-Length: 5\r\n\r\nlonger than told");
        fetch.file(address(), "x.jar", 100, Duration.ofSeconds(2), target());
        assertThat(target()).as("less than comes").hasContent("longe");
        answer = (path, out) -> text(out, OK + "Content-Length: -5\r\n\r\nx");
        assertThat(failed(100)).isNotEmpty();
        answer = (path, out) -> text(out, "rien\r\n\r\n");
        assertThat(failed(100)).contains("n’a pas pu être lu");
    }

    @Test
    void it_sends_elsewhere() throws IOException {
        for (String elsewhere : java.util.List.of(
                "https://127.0.0.1:" + server.getLocalPort() + "/x",
                "http://localhost:" + server.getLocalPort() + "/x",
                "http://127.0.0.1:1/x",
                "//169.254.169.254/latest",
                "file:///etc/passwd")) {
            answer = (path, out) ->
                    text(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + elsewhere + "\r\n\r\n");
            assertThat(failed(100)).as(elsewhere).contains("seule l’adresse donnée est suivie");
        }
        answer = (path, out) -> text(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + path + "x\r\n\r\n");
        assertThat(failed(100)).contains("trop de renvois");
        answer = (path, out) -> text(
                out,
                path.equals("/ici")
                        ? OK + "Content-Length: 2\r\n\r\nok"
                        : "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /ici\r\n\r\n");
        fetch.file(address(), "x.jar", 100, Duration.ofSeconds(2), target());
        assertThat(target()).hasContent("ok");
        answer = (path, out) -> text(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        assertThat(failed(100)).contains("réponse 404");
    }

    @Test
    void nobody_answers() throws IOException {
        server.close();
        assertThat(failed(100)).contains("x.jar n’a pas pu être lu");
    }

    @Test
    void addresses() {
        assertThat(Fetch.address("https://exemple.fr/depot")).isEqualTo("https://exemple.fr/depot/");
        assertThat(Fetch.address(folder.resolve("a/..").toString())).isEqualTo(folder.toString());
        for (String wrong : java.util.List.of(
                "ftp://exemple.fr/",
                "file:///etc",
                "https://moi:secret@exemple.fr/",
                "https:///x",
                "http://exemple.fr/?a",
                "http://exem ple/",
                "/nulle-part",
                "\u0000")) {
            assertThat(catchThrowableOfType(PluginFailure.class, () -> Fetch.address(wrong)))
                    .as(wrong)
                    .isNotNull();
        }
    }
}
