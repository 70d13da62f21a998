package fr.preau.examples.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.LongStream;

/**
 * One of the two servers that are compared, and the clients that load it. Closed loop: each client asks again as soon as it
 * was answered.
 *
 * @param address where it answers
 * @param cookies one session's cookie per client
 * @param roundTrips how often its database was waited for so far
 * @param processor what it costs
 */
record Side(URI address, List<String> cookies, LongSupplier roundTrips, Processor processor) {

    /** What one client saw: how long each request took, and what asking cost the client itself, in nanoseconds. */
    private record Seen(long[] latencies, long cost) {}

    /**
     * Loads a page.
     *
     * @throws IOException if any request failed: a server that fails is not measured
     */
    Round load(Route route, int seconds) throws IOException, InterruptedException {
        List<Callable<Seen>> clients = new ArrayList<>();
        long roundTripsBefore = roundTrips.getAsLong();
        long jvmBefore = processor.jvm();
        long databaseBefore = processor.database();
        long start = System.nanoTime();
        long end = start + seconds * 1_000_000_000L;
        for (String cookie : cookies) {
            clients.add(() -> client(route, cookie, end));
        }
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            List<Future<Seen>> answers = threads.invokeAll(clients);
            long lasted = System.nanoTime() - start;
            long jvm = processor.jvm() - jvmBefore;
            long database = processor.database() - databaseBefore;
            List<Seen> seen = new ArrayList<>();
            for (Future<Seen> answer : answers) {
                seen.add(answer.get());
            }
            return new Round(
                    lasted,
                    seen.stream()
                            .flatMapToLong(one -> LongStream.of(one.latencies()))
                            .toArray(),
                    roundTrips.getAsLong() - roundTripsBefore,
                    jvm - seen.stream().mapToLong(Seen::cost).sum(),
                    database);
        } catch (ExecutionException e) {
            throw new IOException(address + route.path(), e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** The page once, as the first client sees it. */
    String show(Route route) throws IOException {
        try (Connection connection = new Connection(address, route.path(), cookies.get(0))) {
            return connection.show();
        }
    }

    private Seen client(Route route, String cookie, long end) throws IOException {
        long[] latencies = new long[4096];
        int count = 0;
        long cost = Processor.thread();
        try (Connection connection = new Connection(address, route.path(), cookie)) {
            for (long now = System.nanoTime(); now < end; ) {
                connection.ask();
                long then = System.nanoTime();
                if (count == latencies.length) {
                    latencies = Arrays.copyOf(latencies, count * 2);
                }
                latencies[count++] = then - now;
                now = then;
            }
        }
        return new Seen(Arrays.copyOf(latencies, count), Processor.thread() - cost);
    }
}
