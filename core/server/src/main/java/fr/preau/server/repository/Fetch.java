package fr.preau.server.repository;

import fr.preau.server.plugin.PluginFailure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gets files of a repository, which may be slow, broken or hostile: each within a time for the whole of it and up to a size.
 * Thread-safe.
 */
@Singleton
final class Fetch {
    private static final Duration CONNECTION = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTS = 3;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTION)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    Fetch() {}

    /**
     * The address as it is kept: a folder's absolute path, or http(s) ending in a stroke.
     *
     * @throws PluginFailure if it is neither
     */
    static String address(String typed) {
        String normal = normal(typed);
        if (!isHttp(typed)) {
            if (!Files.isDirectory(Path.of(normal))) {
                throw failure("« " + typed + " » n’est ni un dossier ni une adresse http:// ou https://");
            }
            return normal;
        }
        try {
            URI address = new URI(normal);
            if (address.getHost() == null
                    || address.getRawUserInfo() != null
                    || address.getRawQuery() != null
                    || address.getRawFragment() != null) {
                throw failure("« " + typed + " » : attendu une adresse comme https://exemple.fr/plugins/");
            }
            return address.toString();
        } catch (URISyntaxException e) {
            throw failure("« " + typed + " » n’est pas une adresse");
        }
    }

    /** The same, without looking whether there is anything. */
    static String normal(String typed) {
        if (isHttp(typed)) {
            return typed.endsWith("/") ? typed : typed + "/";
        }
        try {
            return Path.of(typed).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            throw failure("« " + typed + " » n’est ni un dossier ni une adresse http:// ou https://");
        }
    }

    private static boolean isHttp(String address) {
        return address.startsWith("http://") || address.startsWith("https://");
    }

    /**
     * Gets a file.
     *
     * @param address of the repository, as {@link #address} made it
     * @param name of the file, without strokes
     * @param most its largest size in bytes
     * @param patience for the whole of it
     * @param target where to put it; there in part if it fails
     * @throws PluginFailure that says what went wrong
     */
    void file(String address, String name, long most, Duration patience, Path target) {
        try (OutputStream out = Files.newOutputStream(target)) {
            if (isHttp(address)) {
                http(URI.create(address).resolve(name), most, System.nanoTime() + patience.toNanos(), out);
            } else {
                copy(Path.of(address).resolve(name), most, out);
            }
        } catch (NoSuchFileException e) {
            throw new PluginFailure(address + " : le fichier " + name + " n’y est pas", e);
        } catch (Limited.TooLarge e) {
            throw new PluginFailure(address + " : " + name + " dépasse la taille attendue, " + most + " octets", e);
        } catch (HttpConnectTimeoutException e) {
            throw new PluginFailure(address + " ne répond pas", e);
        } catch (TimeoutException e) {
            throw new PluginFailure(
                    address + " : " + name + " n’est pas arrivé en " + patience.toSeconds() + " secondes", e);
        } catch (IOException e) {
            throw new PluginFailure(address + " : " + name + " n’a pas pu être lu entièrement (" + e + ")", e);
        }
    }

    private static void copy(Path file, long most, OutputStream out) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[16 << 10];
            long size = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > most) {
                    throw new Limited.TooLarge();
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private void http(URI first, long most, long deadline, OutputStream out) throws IOException, TimeoutException {
        URI address = first;
        for (int i = 0; i <= MOST_REDIRECTS; i++) {
            HttpResponse<Long> answer = get(address, most, deadline, out);
            if (answer.statusCode() == 200) {
                return;
            }
            String next = answer.headers().firstValue("Location").orElse(null);
            if (answer.statusCode() / 100 != 3 || next == null) {
                throw failure(address + " : réponse " + answer.statusCode());
            }
            address = redirected(address, next);
        }
        throw failure(first + " : trop de renvois d’une adresse à l’autre");
    }

    /** Only within the server whose address was given: another might be one that only this machine can reach. */
    private static URI redirected(URI from, String location) {
        URI next;
        try {
            next = from.resolve(new URI(location));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw failure(from + " renvoie vers « " + location + " », qui n’est pas une adresse");
        }
        if (!from.getScheme().equals(next.getScheme())
                || !from.getHost().equals(next.getHost())
                || from.getPort() != next.getPort()) {
            throw failure(from + " renvoie vers " + next + " ; seule l’adresse donnée est suivie");
        }
        return next;
    }

    private HttpResponse<Long> get(URI address, long most, long deadline, OutputStream out)
            throws IOException, TimeoutException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofNanos(Math.max(1, deadline - System.nanoTime())))
                .header("User-Agent", "Preau")
                .build();
        CompletableFuture<HttpResponse<Long>> answer = client.sendAsync(request, head -> body(head, most, out));
        try {
            return answer.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrompu", e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw cause(e.getCause());
        }
    }

    private static IOException cause(@Nullable Throwable cause) throws TimeoutException {
        if (cause instanceof java.net.http.HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException)) {
            throw new TimeoutException();
        }
        return cause instanceof IOException known ? known : new IOException(cause);
    }

    /** What is said of the size is believed only where it refuses. */
    private static HttpResponse.BodySubscriber<Long> body(HttpResponse.ResponseInfo head, long most, OutputStream out) {
        if (head.statusCode() != 200) {
            return new Limited(OutputStream.nullOutputStream(), 64 << 10);
        }
        OptionalLong told = head.headers().firstValueAsLong("Content-Length");
        return new Limited(out, told.isPresent() && told.getAsLong() > most ? -1 : most);
    }

    private static PluginFailure failure(String fault) {
        return new PluginFailure(List.of(fault), null);
    }
}
