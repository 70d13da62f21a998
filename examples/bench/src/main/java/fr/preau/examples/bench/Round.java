package fr.preau.examples.bench;

import java.util.List;
import java.util.stream.LongStream;

/**
 * What one round, or several added up, saw. Immutable by agreement.
 *
 * @param nanoseconds how long it lasted
 * @param latencies how long each request took, in nanoseconds, in no order
 * @param roundTrips how often the database was waited for
 * @param jvm processor time of the web server in nanoseconds, without the clients'
 * @param database processor time of the database in nanoseconds
 */
record Round(long nanoseconds, long[] latencies, long roundTrips, long jvm, long database) {

    static Round sum(List<Round> rounds) {
        return new Round(
                rounds.stream().mapToLong(Round::nanoseconds).sum(),
                rounds.stream()
                        .flatMapToLong(round -> LongStream.of(round.latencies))
                        .toArray(),
                rounds.stream().mapToLong(Round::roundTrips).sum(),
                rounds.stream().mapToLong(Round::jvm).sum(),
                rounds.stream().mapToLong(Round::database).sum());
    }

    /** Requests per second. */
    double throughput() {
        return latencies.length * 1e9 / nanoseconds;
    }

    /** The latency that this share of the requests did not exceed, in milliseconds. */
    double quantile(double share) {
        long[] sorted = latencies.clone();
        java.util.Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }

    /** Of anything, for one request. */
    double perRequest(long total) {
        return (double) total / latencies.length;
    }

    /** Processor time for one request, in nanoseconds, of the web server and of the database. */
    double work() {
        return perRequest(jvm + database);
    }
}
