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
final class FakeStripeWebhooks {

    private static final Duration GIVEN_UP = Duration.ofDays(3);
    private static final Duration FIRST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofHours(12);

    private record ScheduledNotice(FakeStripeNotice notice, int tries, Instant since, Instant at) {

        ScheduledNotice next(Instant now) {
            var pause = FIRST.multipliedBy(1L << Math.min(tries, 10));
            return new ScheduledNotice(notice, tries + 1, since,
                    now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
        }
    }

    private final List<ScheduledNotice> waiting = new ArrayList<>();
    private final InstantSource clock;
    private final FakeStripeEvents events;
    private volatile Optional<URI> webhook = Optional.empty();
    private volatile List<String> secrets;

    FakeStripeWebhooks(InstantSource clock, FakeStripeEvents events, List<String> secrets) {
        this.clock = clock;
        this.events = events;
        this.secrets = List.copyOf(secrets);
        events.addListener(
                notice -> add(new ScheduledNotice(notice, 0, clock.instant(), clock.instant())));
    }

    void sendTo(URI address) {
        webhook = Optional.of(address);
    }

    void signWith(List<String> newSecrets) {
        secrets = List.copyOf(newSecrets);
    }

    /** The header under which a notice is sent now. */
    String signature(FakeStripeNotice notice) {
        return FakeStripeSigner.header(notice.body(), clock.instant().getEpochSecond(), secrets);
    }

    /** Sends what is due, in this order or as the reordering says; returns how many were accepted. */
    int send(UnaryOperator<List<FakeStripeNotice>> reordering) {
        var due = takeDue();
        var accepted = new ArrayList<String>();
        reordering.apply(due.stream().map(ScheduledNotice::notice).toList()).forEach(notice -> {
            if (isAccepted(notice)) {
                accepted.add(notice.id());
                events.markDelivered(notice.id());
            }
        });
        due.stream().filter(it -> !accepted.contains(it.notice().id())).forEach(this::reschedule);
        return accepted.size();
    }

    private synchronized List<ScheduledNotice> takeDue() {
        if (webhook.isEmpty()) {
            return List.of();
        }
        var due = waiting.stream().filter(it -> !it.at().isAfter(clock.instant())).toList();
        waiting.removeAll(due);
        return due;
    }

    private synchronized void add(ScheduledNotice scheduledNotice) {
        waiting.add(scheduledNotice);
    }

    private void reschedule(ScheduledNotice scheduledNotice) {
        if (scheduledNotice.since().plus(GIVEN_UP).isAfter(clock.instant())) {
            add(scheduledNotice.next(clock.instant()));
        }
    }

    private boolean isAccepted(FakeStripeNotice notice) {
        var request = HttpRequest.newBuilder(webhook.orElseThrow())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json; charset=utf-8")
                .header("User-Agent", "Stripe/1.0 (+https://stripe.com/docs/webhooks)")
                .header("Stripe-Signature", signature(notice))
                .POST(BodyPublishers.ofByteArray(notice.bytes()))
                .build();
        try (var client = newClient()) {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false; // comes again, as after any other response
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A connection for each notice: a kept one may be closing, and then it comes minutes later. */
    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
