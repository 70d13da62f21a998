package fr.preau.server.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts wrong passwords and codes by the address they come from, on this node. Thread-safe. */
@Singleton
final class Attempts {
    /** Wrong passwords or codes from one address in ten minutes: a whole school may share one. */
    static final int ALLOWED = 60;

    private final Cache<String, AtomicInteger> failures = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(10))
            .maximumSize(50_000)
            .build();

    @Inject
    Attempts() {}

    /** Whether too many went wrong. */
    boolean tooMany(String address) {
        AtomicInteger count = failures.getIfPresent(address);
        return count != null && count.get() > ALLOWED;
    }

    /** Counts one that went wrong. */
    void count(String address) {
        failures.get(address, key -> new AtomicInteger()).incrementAndGet();
    }
}
