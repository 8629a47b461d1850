package dev.makegood.httpclient;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A body that is read up to a limit and no further: a longer one fails with
 * {@link BodyTooLargeException}.
 */
public final class BoundedBody implements BodySubscriber<byte[]> {

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private final ByteBudget budget;
    private @Nullable Subscription source;      // known when the first byte comes, not earlier

    private BoundedBody(int bytesMax) {
        this.budget = new ByteBudget(bytesMax);
    }

    /** Reads at most so many bytes of each response. */
    public static BodyHandler<byte[]> upTo(int bytesMax) {
        return head -> new BoundedBody(bytesMax);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            for (var chunk : buffers) {
                append(chunk);
            }
        } catch (BodyTooLargeException e) {
            fail(e);
        }
    }

    private void append(ByteBuffer chunk) throws BodyTooLargeException {
        budget.spend(chunk.remaining());
        var bytes = new byte[chunk.remaining()];
        chunk.get(bytes);
        buffer.writeBytes(bytes);
    }

    private void fail(BodyTooLargeException e) {
        body.completeExceptionally(e);
        if (source != null) {
            source.cancel();
        }
    }

    @Override
    public void onError(Throwable cause) {
        body.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
        body.complete(buffer.toByteArray());
    }
}
