package dev.makegood.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the shop answers a browser: a page, or the way to another one. */
record Answer(int status, String location, String html) {

    private static final String ONLY_ITS_OWN =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline';"
                    + " connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    static Answer page(String html) {
        return new Answer(200, "", html);
    }

    static Answer elsewhere(String location) {
        return new Answer(303, location, "");
    }

    static Answer nothingHere() {
        return new Answer(404, "", "<!doctype html><title>Nothing here</title><p>Nothing here.");
    }

    void send(HttpExchange exchange) throws IOException {
        var body = html.getBytes(StandardCharsets.UTF_8);
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("Content-Security-Policy", ONLY_ITS_OWN);
        headers.set("Cache-Control", "no-store");
        if (!location.isEmpty()) {
            headers.set("Location", location);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
