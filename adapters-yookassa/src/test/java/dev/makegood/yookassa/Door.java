package dev.makegood.yookassa;

import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Forged;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Reading;
import dev.makegood.payment.NoticeReader.Unproved;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where notices arrive at our side, behind a proxy that is trusted. */
final class Door implements AutoCloseable {

    final List<Reading> readings = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final NoticeReader reader;
    private final Javalin server;

    Door(NoticeReader reader) {
        this.reader = reader;
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.post("/notices/yookassa", this::hear);
        }).start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.port() + "/notices/yookassa");
    }

    private void hear(Context context) {
        bodies.add(context.body());
        var address = Optional.ofNullable(context.header("X-Forwarded-For")).orElse(context.ip());
        var reading = reader.read(context.bodyAsBytes(), Map.of(), address);
        readings.add(reading);
        context.status(switch (reading) {
            case Believed believed -> 200;
            case Irrelevant irrelevant -> 200;
            case Forged forged -> 400;
            case Unproved unproved -> 503;
        });
    }

    @Override
    public void close() {
        server.stop();
    }
}
