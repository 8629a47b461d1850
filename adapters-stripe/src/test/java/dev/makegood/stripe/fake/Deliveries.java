package dev.makegood.stripe.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Sends notices to webhooks, again and again for three days, each time with a fresh signature. */
final class Deliveries {

    private static final Duration GIVEN_UP = Duration.ofDays(3);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);

    private record Due(Notice notice, int tries, Instant since, Instant at) {

        Due later(Instant now) {
            var pause = FIRST.multipliedBy(1L << Math.min(tries, 10));
            return new Due(notice, tries + 1, since,
                    now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        }
    }

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Due> waiting = new ArrayList<>();
    private final InstantSource clock;
    private final Events events;
    private volatile Optional<URI> webhook = Optional.empty();
    private volatile List<String> secrets;

    Deliveries(InstantSource clock, Events events, List<String> secrets) {
        this.clock = clock;
        this.events = events;
        this.secrets = List.copyOf(secrets);
        events.listen(notice -> add(new Due(notice, 0, clock.instant(), clock.instant())));
    }

    void to(URI address) {
        webhook = Optional.of(address);
    }

    void signedWith(List<String> newSecrets) {
        secrets = List.copyOf(newSecrets);
    }

    /** The header under which a notice is sent now. */
    String signature(Notice notice) {
        return Signer.header(notice.body(), clock.instant().getEpochSecond(), secrets);
    }

    /** Sends what is due, in this order or as the mess has it; answers how many were taken. */
    int send(UnaryOperator<List<Notice>> mess) {
        var due = takeDue();
        var taken = new ArrayList<String>();
        mess.apply(due.stream().map(Due::notice).toList()).forEach(notice -> {
            if (isTaken(notice)) {
                taken.add(notice.id());
                events.delivered(notice.id());
            }
        });
        due.stream().filter(it -> !taken.contains(it.notice().id())).forEach(this::again);
        return taken.size();
    }

    private synchronized List<Due> takeDue() {
        if (webhook.isEmpty()) {
            return List.of();
        }
        var due = waiting.stream().filter(it -> !it.at().isAfter(clock.instant())).toList();
        waiting.removeAll(due);
        return due;
    }

    private synchronized void add(Due due) {
        waiting.add(due);
    }

    private void again(Due due) {
        if (due.since().plus(GIVEN_UP).isAfter(clock.instant())) {
            add(due.later(clock.instant()));
        }
    }

    private boolean isTaken(Notice notice) {
        var request = HttpRequest.newBuilder(webhook.orElseThrow())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", signature(notice))
                .POST(BodyPublishers.ofByteArray(notice.bytes()))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false; // comes again, as for any other answer
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
