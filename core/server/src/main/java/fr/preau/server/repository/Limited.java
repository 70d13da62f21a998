package fr.preau.server.repository;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer, up to a size, and tells its size; whoever sends more is cut off. One answer each. */
final class Limited implements BodySubscriber<Long> {
    /** It would not end. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private final OutputStream out;
    private final long most;
    private final CompletableFuture<Long> body = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;
    private long size;

    Limited(OutputStream out, long most) {
        this.out = out;
        this.most = most;
    }

    @Override
    public CompletionStage<Long> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription started) {
        subscription = started;
        started.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        Flow.Subscription running = subscription;
        if (body.isDone() || running == null) {
            return;
        }
        try {
            for (ByteBuffer part : parts) {
                size += part.remaining();
                if (size > most) {
                    throw new TooLarge();
                }
                byte[] chunk = new byte[part.remaining()];
                part.get(chunk);
                out.write(chunk);
            }
            running.request(1);
        } catch (IOException e) {
            running.cancel();
            body.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(size);
    }
}
