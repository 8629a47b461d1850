package dev.makegood.http.server;

import dev.makegood.http.connection.ClientConnections;
import dev.makegood.http.connection.LingeringClose;
import dev.makegood.http.response.Problems;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes first: it gets an id, a line in the access log and the security headers of its
 * response; a key in its path is taken out, so that no later code sees or logs it.
 */
final class RequestFilter extends Handler.Wrapper {

    static final String REQUEST_ID_HEADER = "X-Request-Id";
    static final String PATH_KEY_ATTRIBUTE = "makegood.path-key";
    static final String ROUTE_ATTRIBUTE = "makegood.route";

    private static final String PATH_KEY_PREFIX = "/k/";
    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern VALID_REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Supplier<UUID> ids;
    private final ClientConnections connections;

    RequestFilter(Supplier<UUID> ids, ClientConnections connections) {
        this.ids = ids;
        this.connections = connections;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var id = requestId(request.getHeaders().get(REQUEST_ID_HEADER));
        ProblemErrorHandler.putStandardHeaders(response, id);
        AccessLog.logOnCompletion(request, response, id);
        connections.beginRequest(request);
        var routed = withoutPathKey(request);
        if (routed.isEmpty()) {
            ProblemErrorHandler.write(response, Problems.ofStatus(400).response(), callback);
            return true;
        }
        return super.handle(routed.get(), response, new LingeringClose(request, callback));
    }

    private String requestId(@Nullable String header) {
        return header != null && VALID_REQUEST_ID.matcher(header).matches() ? header
                : ids.get().toString();
    }

    /**
     * {@code /k/<key>/rest} is {@code /rest} with that key; empty if the rest leads out of itself.
     *
     * <p>Two slashes in the rest are one: a base address is often set with a slash at its end.
     */
    private static Optional<Request> withoutPathKey(Request request) {
        var path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith(PATH_KEY_PREFIX)) {
            return Optional.of(request);
        }
        int slash = path.indexOf('/', PATH_KEY_PREFIX.length());
        int end = slash < 0 ? path.length() : slash;
        request.setAttribute(PATH_KEY_ATTRIBUTE, path.substring(PATH_KEY_PREFIX.length(), end));
        var rest = slash < 0 ? "/" : SLASHES.matcher(path.substring(slash)).replaceAll("/");
        return uri(request, rest).map(uri -> Request.serveAs(request, uri));
    }

    private static Optional<HttpURI> uri(Request request, String path) {
        try {
            return Optional.of(HttpURI.build(request.getHttpURI()).path(path).asImmutable());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
