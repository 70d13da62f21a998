package fr.preau.examples.bench;

/**
 * How long and how hard to measure; each is a system property ({@code -Dbench.clients=16}). Immutable.
 *
 * @param clients how many clients ask, each as soon as it was answered, on a connection of its own; {@code
 *     bench.clients}, 8
 * @param warmUp seconds of processor time that the JVM spends on each page on each side before the first round; {@code
 *     bench.warmup}, 12: a cold JVM is three to four times slower
 * @param round seconds that a round lasts; {@code bench.round}, 2
 * @param rounds rounds for each page on each side; {@code bench.rounds}, 8
 */
record Settings(int clients, int warmUp, int round, int rounds) {

    static Settings read() {
        return new Settings(
                Integer.getInteger("bench.clients", 8),
                Integer.getInteger("bench.warmup", 12),
                Integer.getInteger("bench.round", 2),
                Integer.getInteger("bench.rounds", 8));
    }
}
