package fr.preau.testkit.contract;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Gathers what is wrong, to tell it all at once. */
final class Faults {
    private static final int TOLD = 25;

    private final Set<String> faults = new LinkedHashSet<>();

    void add(String fault) {
        faults.add(fault);
    }

    /** Throws if there are any. */
    void tell() {
        if (!faults.isEmpty()) {
            throw new AssertionError(
                    faults.size() + " fault(s)\n" + faults.stream().limit(TOLD).collect(Collectors.joining("\n")));
        }
    }

    static String excerpt(String text) {
        return text.length() <= 400 ? text : text.substring(0, 400) + "…";
    }
}
