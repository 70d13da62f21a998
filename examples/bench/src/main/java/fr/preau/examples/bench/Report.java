package fr.preau.examples.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;

/**
 * The table. One line for each page and side: requests per second; what half and 99 % of the requests took at most, in
 * milliseconds; round trips to the database per request; processor time per request, in microseconds, of the web server
 * (without the clients) and of the database.
 *
 * <p>Two ratios of server to floor, 1 being the floor itself: of throughput, and of processor time. Each is the median over
 * the pairs of neighbouring rounds, since absolute numbers move with whatever else the machine does. On a machine that does
 * nothing else they agree, but for the clients, which only the first contains; on a busy one trust the second.
 */
final class Report {
    private static final String LINE = "%-30s %-9s %7s %8s %8s %8s %9s %9s %9s %8s%n";

    private Report() {}

    static String head() {
        return LINE.formatted("", "", "", "", "", "SQL", "µs JVM", "µs base", "rapport", "rapport")
                + LINE.formatted("page", "", "req/s", "p50 ms", "p99 ms", "/req", "/req", "/req", "débit", "calcul");
    }

    static String lines(Route route, int bytes, List<Round> server, List<Round> floor) {
        String page = String.format(Locale.FRENCH, "%s (%.1f ko)", route.name(), bytes / 1000.0);
        double throughput = median(server, floor, (ours, theirs) -> ours.throughput() / theirs.throughput());
        double work = median(server, floor, (ours, theirs) -> theirs.work() / ours.work());
        return line(page, "Préau", Round.sum(server), number("%.2f", throughput), number("%.2f", work))
                + line("", "plancher", Round.sum(floor), "1", "1");
    }

    private static String line(String page, String side, Round all, String throughput, String work) {
        return LINE.formatted(
                page,
                side,
                number("%.0f", all.throughput()),
                number("%.2f", all.quantile(0.5)),
                number("%.2f", all.quantile(0.99)),
                number("%.2f", all.perRequest(all.roundTrips())),
                number("%.0f", all.perRequest(all.jvm()) / 1000),
                number("%.0f", all.perRequest(all.database()) / 1000),
                throughput,
                work);
    }

    private static String number(String format, double value) {
        return String.format(Locale.FRENCH, format, value);
    }

    private static double median(List<Round> server, List<Round> floor, ToDoubleBiFunction<Round, Round> ratio) {
        double[] values = IntStream.range(0, server.size())
                .mapToDouble(i -> ratio.applyAsDouble(server.get(i), floor.get(i)))
                .toArray();
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
