package dev.makegood.http.server;

import dev.makegood.http.response.Problems;
import dev.makegood.http.response.ServerResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what Jetty itself refuses: with problem documents that say nothing about Jetty. */
final class ProblemErrorHandler extends ErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemErrorHandler.class);

    private final Supplier<UUID> ids;

    ProblemErrorHandler(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!response.getHeaders().contains(RequestFilter.REQUEST_ID_HEADER)) {
            var id = ids.get().toString();
            putStandardHeaders(response, id);
            AccessLog.logOnCompletion(request, response, id);
        }
        var problem = Problems.ofStatus(response.getStatus());
        if (problem.status() >= HttpStatus.INTERNAL_SERVER_ERROR_500
                && request.getAttribute(ERROR_EXCEPTION) instanceof Throwable cause
                && !(cause instanceof IOException)) {   // the client went away
            LOG.error("answered with status {}, request={}", problem.status(),
                    response.getHeaders().get(RequestFilter.REQUEST_ID_HEADER), cause);
        }
        write(response, problem.response(), callback);
        return true;
    }

    static void putStandardHeaders(Response response, String requestId) {
        var headers = response.getHeaders();
        headers.put(RequestFilter.REQUEST_ID_HEADER, requestId);
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
    }

    static void write(Response jettyResponse, ServerResponse response, Callback callback) {
        jettyResponse.setStatus(response.status());
        jettyResponse.getHeaders().put(HttpHeader.CONTENT_TYPE, response.contentType());
        response.headers().forEach(jettyResponse.getHeaders()::put);
        var body = ByteBuffer.wrap(response.body().getBytes(StandardCharsets.UTF_8));
        jettyResponse.write(true, body, callback);
    }
}
