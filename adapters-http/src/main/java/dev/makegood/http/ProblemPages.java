package dev.makegood.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What the server below us refuses, said in our words: problem documents, and nothing about the server. */
final class ProblemPages extends ErrorHandler {

    private final Supplier<UUID> ids;

    ProblemPages(Supplier<UUID> ids) {
        this.ids = ids;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!response.getHeaders().contains(Door.REQUEST_ID)) {
            var id = ids.get().toString();
            putHeaders(response, id);
            AccessLog.watch(request, response, id);
        }
        write(response, Problems.ofStatus(response.getStatus()), callback);
        return true;
    }

    static void putHeaders(Response response, String requestId) {
        var headers = response.getHeaders();
        headers.put(Door.REQUEST_ID, requestId);
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
    }

    static void write(Response response, Reply reply, Callback callback) {
        response.setStatus(reply.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
        reply.headers().forEach(response.getHeaders()::put);
        var body = ByteBuffer.wrap(reply.body().getBytes(StandardCharsets.UTF_8));
        response.write(true, body, callback);
    }
}
