package dev.makegood.http.server;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: its route, status, duration and id. Never what was in it. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.makegood.http.access");

    private AccessLog() {}

    static void logOnCompletion(Request request, Response response, String requestId) {
        long startNanos = NanoTime.now();
        Request.addCompletionListener(request, failure -> LOG.info("{} {} {} ms request={}",
                route(request), response.getStatus(), NanoTime.millisSince(startNanos), requestId));
    }

    /** The template: the path itself may hold anything. */
    private static String route(Request request) {
        return request.getAttribute(RequestFilter.ROUTE_ATTRIBUTE) instanceof Route route
                ? route.name()
                : knownMethod(request.getMethod()) + " -";
    }

    private static String knownMethod(String method) {
        return HttpMethod.CACHE.get(method) == null ? "?" : method;
    }
}
