package fr.preau.examples.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Tells how much processor time was used so far. Where the system does not tell, it answers 0. Thread-safe. */
final class Processor {
    private final OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final ProcessHandle postmaster;

    private Processor(ProcessHandle postmaster) {
        this.postmaster = postmaster;
    }

    /** Of this process and of the embedded server that runs on a data folder. */
    static Processor of(Path folder) throws IOException {
        Path pidFile = folder.resolve("postgresql").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        return new Processor(ProcessHandle.of(pid).orElseThrow());
    }

    /** Of this process, in nanoseconds: both servers, and the clients. */
    long jvm() {
        return Math.max(0, process.getProcessCpuTime());
    }

    /** Of the database's processes that still run, in nanoseconds, to the hundredth of a second each. */
    long database() {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .mapToLong(one ->
                        one.info().totalCpuDuration().orElse(Duration.ZERO).toNanos())
                .sum();
    }

    /** Of the present thread, in nanoseconds. */
    static long thread() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
