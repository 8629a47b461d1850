package dev.makegood.yookassa;

import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.NoticeReader.InvalidSignature;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.NoticeReading;
import dev.makegood.payment.NoticeReader.Unverified;
import dev.makegood.payment.NoticeReader.Verified;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Where notices arrive at our side, behind a proxy that is trusted. */
final class NoticeEndpoint implements AutoCloseable {

    final List<NoticeReading> readings = new CopyOnWriteArrayList<>();
    final List<String> bodies = new CopyOnWriteArrayList<>();
    private final NoticeReader reader;
    private final Javalin server;

    NoticeEndpoint(NoticeReader reader) {
        this.reader = reader;
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.host = "127.0.0.1";
            config.jetty.port = 0;
            config.routes.post("/notices/yookassa", this::receive);
        }).start();
    }

    URI webhookUrl() {
        return URI.create("http://127.0.0.1:" + server.port() + "/notices/yookassa");
    }

    private void receive(Context context) {
        bodies.add(context.body());
        var address = Optional.ofNullable(context.header("X-Forwarded-For")).orElse(context.ip());
        var noticeReading = reader.read(context.bodyAsBytes(), Map.of(), address);
        readings.add(noticeReading);
        context.status(switch (noticeReading) {
            case Verified verified -> 200;
            case Irrelevant irrelevant -> 200;
            case InvalidSignature invalidSignature -> 400;
            case Unverified unverified -> 503;
        });
    }

    @Override
    public void close() {
        server.stop();
    }
}
