package dev.makegood.http.routes.shared;

import dev.makegood.access.IdempotencyKeys;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a request with an idempotency key once, and replays its response when it is repeated. */
public final class IdempotentExecution {

    private final IdempotencyKeys idempotencyKeys;
    private final Supplier<UUID> ids;

    public IdempotentExecution(IdempotencyKeys idempotencyKeys, Supplier<UUID> ids) {
        this.idempotencyKeys = idempotencyKeys;
        this.ids = ids;
    }

    /** Calls the handler with the id of what it creates, or replays the response of the first call. */
    public ServerResponse respondOnce(
            ServerRequest request, CustomerId scope, Function<UUID, ServerResponse> handler) {
        @Nullable
        String key = request.idempotencyKey();
        if (key == null) {
            return handler.apply(ids.get());
        }
        return switch (idempotencyKeys.begin(scope, request.methodAndPath(), key,
                SecretHash.of(request.body()), ids.get())) {
            case IdempotencyKeys.NewRequest newRequest ->
                    store(request, scope, key, handler.apply(newRequest.resourceId()));
            case IdempotencyKeys.AlreadyAnswered alreadyAnswered ->
                    replay(alreadyAnswered.response());
            case IdempotencyKeys.InProgress inProgress ->
                    Problems.inProgress(inProgress.retryAfter()).response();
            case IdempotencyKeys.IdempotencyMismatch idempotencyMismatch ->
                    Problems.idempotencyMismatch().response();
        };
    }

    /** A refusal created nothing, so its key may be used again. */
    private ServerResponse store(
            ServerRequest request, CustomerId scope, String key, ServerResponse response) {
        if (response.isWithoutEffect()) {
            idempotencyKeys.forget(scope, request.methodAndPath(), key);
        } else {
            idempotencyKeys.recordResponse(scope, request.methodAndPath(), key,
                    new IdempotentRequest.StoredResponse(response.status(), response.body()));
        }
        return response;
    }

    private static ServerResponse replay(IdempotentRequest.StoredResponse storedResponse) {
        return new ServerResponse(storedResponse.status(), storedResponse.body(),
                Map.of("Idempotent-Replayed", "true"));
    }
}
