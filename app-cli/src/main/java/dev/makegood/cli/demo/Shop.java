package dev.makegood.cli.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The product in front of it all, as its customers see it in a browser: sells packs and generations over the API.
 *
 * <p>Its key stays here, on the product's own server; a browser never sees it.
 */
final class Shop implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Api> api = new CompletableFuture<>();

    private Shop(HttpServer server) {
        this.server = server;
    }

    /** Opens its doors at a free port; whoever comes in waits until it knows what it sells. */
    static Shop open() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new Shop(HttpServer.create(here, 0)).opened();
        } catch (IOException e) {
            throw new UncheckedIOException("no port for the shop of the demo", e);
        }
    }

    private Shop opened() {
        server.setExecutor(threads);
        route("/", this::show);
        route("/buy", this::buy);
        route("/generate", this::generate);
        route("/pay/", visit -> Answer.elsewhere(api.join().address() + visit.path()));
        server.start();
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on it sells what is behind this API. */
    void sellOver(Api there) {
        var unused = api.complete(there);
    }

    private Answer show(Visit visit) {
        return visit.isFor("GET", "/") ? Answer.page(page("")) : Answer.nothingHere();
    }

    private Answer buy(Visit visit) {
        var wish = JSON.createObjectNode()
                .put("pack", visit.field("pack"))
                .put("gateway", visit.field("gateway"));
        return sent(visit, "/api/payments", wish, "confirmationUrl");
    }

    private Answer generate(Visit visit) {
        var wish = JSON.createObjectNode()
                .put("hostname", visit.field("hostname"))
                .put("provider", visit.field("provider"));
        return sent(visit, "/api/generation-requests", wish, "");
    }

    /** Sends a wish, and the browser to where it goes on. */
    private Answer sent(Visit visit, String path, JsonNode wish, String link) {
        if (!visit.method().equals("POST")) {
            return Answer.nothingHere();
        }
        var said = api.join().post(path, wish);
        return said.has("code") ? Answer.page(page(said.path("detail").asString("")))
                : Answer.elsewhere(next(said, link));
    }

    private String next(JsonNode said, String link) {
        var request = said.path("generationRequestId").asString(said.path("id").asString(""));
        return link.isEmpty() ? address() + "/pay/" + request
                : said.path(link).asString(address() + "/");
    }

    private String page(String trouble) {
        var there = api.join();
        return new ShopPage(there.get("/api/user/balance"), there.get("/api/credit-packs"),
                there.get("/api/user/payments?limit=20"), trouble).html();
    }

    private interface Counter {
        Answer serve(Visit visit) throws IOException;
    }

    private void route(String path, Counter counter) {
        HttpHandler handler = exchange -> serve(exchange, counter);
        var unused = server.createContext(path, handler);
    }

    private static void serve(HttpExchange exchange, Counter counter) throws IOException {
        try (exchange) {
            counter.serve(Visit.of(exchange)).send(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        if (api.isDone()) {
            api.join().close();
        }
    }
}
