package fr.preau.server.db;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is to be written when a scope has given its connections back: items by their writer, in order. Not thread-safe. */
final class Gathered {
    private final Map<Consumer<?>, Batch<?>> batches = new LinkedHashMap<>();

    private record Batch<T>(Consumer<List<T>> writer, List<Object> items) {
        @SuppressWarnings("unchecked") // add puts an item only to a writer that takes its like
        void write() {
            writer.accept((List<T>) List.copyOf(items));
        }
    }

    <T> void add(T item, Consumer<List<T>> writer) {
        batches.computeIfAbsent(writer, each -> new Batch<>(writer, new ArrayList<>()))
                .items()
                .add(item);
    }

    /** Writes all of it once, even if a writer fails: the failure of the first is thrown. */
    void write() {
        if (batches.isEmpty()) {
            return;
        }
        List<Batch<?>> writing = List.copyOf(batches.values());
        batches.clear();
        RuntimeException failure = null;
        for (Batch<?> batch : writing) {
            try {
                batch.write();
            } catch (RuntimeException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
