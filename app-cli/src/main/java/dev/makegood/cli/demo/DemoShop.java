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
 * The product in front of the API, as its customers see it in a browser: sells packs and generations.
 *
 * <p>Its key stays here, on the product's own server; a browser never sees it.
 */
final class DemoShop implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<DemoApiClient> api = new CompletableFuture<>();

    private DemoShop(HttpServer server) {
        this.server = server;
    }

    /** Starts at a free port; a request waits until {@link #connectTo} was called. */
    static DemoShop open() {
        try {
            var here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            return new DemoShop(HttpServer.create(here, 0)).startServer();
        } catch (IOException e) {
            throw new UncheckedIOException("the shop of the demo cannot listen", e);
        }
    }

    private DemoShop startServer() {
        server.setExecutor(threads);
        route("/", this::show);
        route("/buy", this::buy);
        route("/generate", this::generate);
        route("/pay/", request -> ShopResponse.redirect(api.join().address() + request.path()));
        server.start();
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Sells over this API from now on. */
    void connectTo(DemoApiClient client) {
        var unused = api.complete(client);
    }

    private ShopResponse show(ShopRequest request) {
        return request.matches("GET", "/") ? ShopResponse.page(page("")) : ShopResponse.notFound();
    }

    private ShopResponse buy(ShopRequest request) {
        var body = JSON.createObjectNode()
                .put("pack", request.field("pack"))
                .put("gateway", request.field("gateway"));
        return forward(request, "/api/payments", body, "confirmationUrl");
    }

    private ShopResponse generate(ShopRequest request) {
        var body = JSON.createObjectNode()
                .put("hostname", request.field("hostname"))
                .put("provider", request.field("provider"));
        return forward(request, "/api/generation-requests", body, "");
    }

    /** Posts a request to the API, and redirects the browser to its next page. */
    private ShopResponse forward(ShopRequest request, String path, JsonNode body, String link) {
        if (!request.method().equals("POST")) {
            return ShopResponse.notFound();
        }
        var response = api.join().post(path, body);
        return response.has("code") ? ShopResponse.page(page(response.path("detail").asString("")))
                : ShopResponse.redirect(nextLocation(response, link));
    }

    private String nextLocation(JsonNode response, String link) {
        var requestId =
                response.path("generationRequestId").asString(response.path("id").asString(""));
        return link.isEmpty() ? address() + "/pay/" + requestId
                : response.path(link).asString(address() + "/");
    }

    private String page(String problem) {
        var client = api.join();
        return new ShopPage(client.get("/api/user/balance"), client.get("/api/credit-packs"),
                client.get("/api/user/payments?limit=20"), problem).html();
    }

    private interface ShopHandler {
        ShopResponse handle(ShopRequest request) throws IOException;
    }

    private void route(String path, ShopHandler shopHandler) {
        HttpHandler handler = exchange -> handle(exchange, shopHandler);
        var unused = server.createContext(path, handler);
    }

    private static void handle(HttpExchange exchange, ShopHandler shopHandler) throws IOException {
        try (exchange) {
            shopHandler.handle(ShopRequest.of(exchange)).send(exchange);
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
