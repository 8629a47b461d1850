package dev.makegood.http.routes.shared;

import dev.makegood.access.IdempotencyKeys;
import dev.makegood.access.IdempotentRequest;
import dev.makegood.access.SecretHash;
import dev.makegood.customer.CustomerId;
import dev.makegood.http.request.JsonMeaning;
import dev.makegood.http.request.ServerRequest;
import dev.makegood.http.response.ProblemException;
import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a request with an idempotency key once, and replays its response when it is repeated. */
public final class IdempotentExecution {

    private static final int INTERRUPTED_MAX = 10_000;

    private final IdempotencyKeys idempotencyKeys;
    private final Supplier<UUID> ids;
    private final Set<RunningRequest> interrupted = Collections.newSetFromMap(
            Collections.synchronizedMap(new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<RunningRequest, Boolean> eldest) {
                    return size() > INTERRUPTED_MAX;
                }
            }));

    public IdempotentExecution(IdempotencyKeys idempotencyKeys, Supplier<UUID> ids) {
        this.idempotencyKeys = idempotencyKeys;
        this.ids = ids;
    }

    /** A request with a key, and the id of what it creates. */
    private record RunningRequest(CustomerId scope, String route, String key, UUID resourceId) {

        boolean hasKeyOf(RunningRequest other) {
            return scope.equals(other.scope) && route.equals(other.route) && key.equals(other.key);
        }
    }

    /** As {@link #respondOnce(ServerRequest, CustomerId, Function)}, for a request that is no customer's. */
    public ServerResponse respondOnce(
            ServerRequest request, Function<UUID, ServerResponse> handler) {
        @Nullable
        String key = request.idempotencyKey();
        return key == null ? handler.apply(ids.get())
                : respondOnce(request,
                        idempotencyKeys.systemAccountFor(request.methodAndPath(), key), handler);
    }

    /** Calls the handler with the id of what it creates, or replays the response of the first call. */
    public ServerResponse respondOnce(
            ServerRequest request, CustomerId scope, Function<UUID, ServerResponse> handler) {
        @Nullable
        String key = request.idempotencyKey();
        if (key == null) {
            return handler.apply(ids.get());
        }
        var running = new RunningRequest(scope, request.methodAndPath(), key, ids.get());
        interruptFormer(running);
        return switch (begin(running, SecretHash.of(JsonMeaning.of(request.body())))) {
            case IdempotencyKeys.NewRequest newRequest -> run(new RunningRequest(scope,
                    running.route(), key, newRequest.resourceId()), newRequest.startedAt(),
                    handler);
            case IdempotencyKeys.AlreadyAnswered alreadyAnswered ->
                    replay(alreadyAnswered.response());
            case IdempotencyKeys.InProgress inProgress ->
                    Problems.inProgress(inProgress.retryAfter()).response();
            case IdempotencyKeys.IdempotencyMismatch idempotencyMismatch ->
                    Problems.idempotencyMismatch().response();
        };
    }

    private IdempotencyKeys.IdempotencyCheck begin(RunningRequest running, SecretHash body) {
        try {
            return idempotencyKeys.begin(running.scope(), running.route(), running.key(), body,
                    running.resourceId());
        } catch (RuntimeException e) {
            interrupt(running, e);
            throw e;
        }
    }

    private ServerResponse run(
            RunningRequest running, Instant startedAt, Function<UUID, ServerResponse> handler) {
        try {
            return store(running, startedAt, handler.apply(running.resourceId()));
        } catch (ProblemException e) {
            var unused = store(running, startedAt, e.problem().response());
            throw e;
        } catch (RuntimeException e) {
            interrupt(running, e);
            throw e;
        }
    }

    /**
     * Whether anything happened is unknown: the next request with the key runs at once, and finds
     * it by the id it would have.
     */
    private void interrupt(RunningRequest running, RuntimeException cause) {
        try {
            idempotencyKeys.interrupt(running.scope(), running.route(), running.key(),
                    running.resourceId());
        } catch (RuntimeException e) {
            interrupted.add(running);
            cause.addSuppressed(e);
        }
    }

    /** What could not be written when it was interrupted. */
    private void interruptFormer(RunningRequest running) {
        List<RunningRequest> former;
        synchronized (interrupted) {
            former = interrupted.stream().filter(running::hasKeyOf).toList();
        }
        former.forEach(request -> {
            idempotencyKeys.interrupt(request.scope(), request.route(), request.key(),
                    request.resourceId());
            interrupted.remove(request);
        });
    }

    /** A refusal created nothing, so its key may be used again. */
    private ServerResponse store(
            RunningRequest running, Instant startedAt, ServerResponse response) {
        if (response.isWithoutEffect()) {
            idempotencyKeys.forget(running.scope(), running.route(), running.key(), startedAt);
        } else {
            idempotencyKeys.recordResponse(running.scope(), running.route(), running.key(),
                    new IdempotentRequest.StoredResponse(response.status(), response.body()));
        }
        return response;
    }

    private static ServerResponse replay(IdempotentRequest.StoredResponse storedResponse) {
        return new ServerResponse(storedResponse.status(), storedResponse.body(),
                Map.of("Idempotent-Replayed", "true"));
    }
}
