package dev.makegood.http;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What every request passes before anything is made of it: it gets an id, a line in the access log, and headers
 * that keep browsers careful; a key in its path is taken out of it, so that nobody behind sees it.
 */
final class Door extends Handler.Wrapper {

    static final String REQUEST_ID = "X-Request-Id";
    static final String PATH_KEY = "makegood.path-key";
    static final String ROUTE = "makegood.route";

    private static final String KEYED = "/k/";
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Supplier<UUID> ids;
    private final Semaphore room;

    Door(Supplier<UUID> ids, int requestsAtOnce) {
        this.ids = ids;
        this.room = new Semaphore(requestsAtOnce);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var id = idOf(request.getHeaders().get(REQUEST_ID));
        ProblemPages.putHeaders(response, id);
        AccessLog.watch(request, response, id);
        if (!room.tryAcquire()) {
            ProblemPages.write(response, Problems.unavailable(), callback);
            return true;
        }
        Request.addCompletionListener(request, failure -> room.release());
        return super.handle(withoutKey(request), response, callback);
    }

    private String idOf(@Nullable String given) {
        return given != null && SANE_ID.matcher(given).matches() ? given : ids.get().toString();
    }

    /** {@code /k/<key>/rest} is {@code /rest}, called with that key. */
    private static Request withoutKey(Request request) {
        var path = request.getHttpURI().getPath();
        if (path == null || !path.startsWith(KEYED)) {
            return request;
        }
        int slash = path.indexOf('/', KEYED.length());
        int end = slash < 0 ? path.length() : slash;
        request.setAttribute(PATH_KEY, path.substring(KEYED.length(), end));
        var rest = slash < 0 ? "/" : path.substring(slash);
        return Request.serveAs(request,
                HttpURI.build(request.getHttpURI()).path(rest).asImmutable());
    }
}
