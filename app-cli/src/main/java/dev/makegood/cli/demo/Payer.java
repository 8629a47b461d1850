package dev.makegood.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** A customer at a gateway's page: follows the link and presses the button that pays. */
record Payer(HttpClient client) implements AutoCloseable {

    private static final Pattern PAY = Pattern.compile("action=\"([^\"]*/pay(\\?[^\"]*)?)\"");

    static Payer open() {
        return new Payer(HttpClient.newHttpClient());
    }

    /** Pays there; returns whether the gateway then sent the browser back to the shop. */
    boolean pay(String link) {
        var page = send(HttpRequest.newBuilder(URI.create(link)).GET()).body();
        var button = PAY.matcher(page);
        return button.find() && press(URI.create(link).resolve(button.group(1)));
    }

    private boolean press(URI button) {
        var response = send(HttpRequest.newBuilder(button).POST(BodyPublishers.noBody()));
        return response.headers().firstValue("Location").isPresent();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("the gateway of the demo does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the demo is ending", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
