package dev.makegood.http;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each request: what route, what came of it, how long it took. Never what was in it. */
final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("dev.makegood.http.access");

    private AccessLog() {}

    static void watch(Request request, Response response, String id) {
        long began = NanoTime.now();
        Request.addCompletionListener(request, failure -> LOG.info("{} {} {} ms request={}",
                route(request), response.getStatus(), NanoTime.millisSince(began), id));
    }

    /** The template, for the path itself may hold anything. */
    private static String route(Request request) {
        return request.getAttribute(Door.ROUTE) instanceof Route route ? route.name()
                : method(request.getMethod()) + " -";
    }

    private static String method(String method) {
        return HttpMethod.CACHE.get(method) == null ? "?" : method;
    }
}
