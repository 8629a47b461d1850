package dev.makegood.yookassa.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends notices: until one is answered with exactly 200, for 24 hours from what happened.
 *
 * <p>Nothing is sent by itself; {@link #deliver} sends what is due by the clock. A test that wants them doubled, late,
 * lost or in another order takes the {@link #notices} and sends them by hand.
 */
public final class FakeYooKassaWebhooks {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final InstantSource clock;
    private final List<FakeYooKassaNotice> notices = new ArrayList<>();
    private final List<PendingNotice> pendingNotices = new ArrayList<>();
    private Optional<URI> webhook = Optional.empty();
    private String senderAddress = "185.71.76.1";
    private boolean isHeld;

    FakeYooKassaWebhooks(InstantSource clock) {
        this.clock = clock;
    }

    /** A notice on its way, with the time of its next delivery. */
    private static final class PendingNotice {

        private final FakeYooKassaNotice notice;
        private Instant due;
        private Duration pause = FIRST_PAUSE;

        PendingNotice(FakeYooKassaNotice notice) {
            this.notice = notice;
            this.due = notice.at();
        }
    }

    /** Where notices go. */
    public synchronized FakeYooKassaWebhooks sendTo(URI address) {
        webhook = Optional.of(address);
        return this;
    }

    /**
     * The address they come from: one of this machine's is really used, any other is sent in
     * {@code X-Forwarded-For}, as a trusted proxy would.
     */
    public synchronized FakeYooKassaWebhooks sendFrom(String address) {
        senderAddress = address;
        return this;
    }

    /** Sends nothing more on its own. */
    public synchronized void hold() {
        isHeld = true;
    }

    /** Every genuine notice there ever was, the oldest first. */
    public synchronized List<FakeYooKassaNotice> notices() {
        return List.copyOf(notices);
    }

    /** A notice that they did not write: of the right shape, about the given object. */
    public FakeYooKassaNotice forgedNotice(String event, String object) {
        return FakeYooKassaNotice.of(event, FakeYooKassaResponse.JSON.readTree(object),
                clock.instant());
    }

    synchronized void record(String event, FakeYooKassaObject object, Instant at) {
        var notice = FakeYooKassaNotice.of(event, object.currentVersion(), at);
        notices.add(notice);
        pendingNotices.add(new PendingNotice(notice));
    }

    /** Sends what is due. */
    public void deliver() {
        for (var pending : due()) {
            if (send(pending.notice) == 200) {
                remove(pending);
            } else {
                reschedule(pending);
            }
        }
    }

    private synchronized List<PendingNotice> due() {
        pendingNotices
                .removeIf(pending -> pending.notice.at().plus(KEPT).isBefore(clock.instant()));
        return isHeld || webhook.isEmpty() ? List.of()
                : pendingNotices.stream()
                        .filter(pending -> !pending.due.isAfter(clock.instant()))
                        .toList();
    }

    private synchronized void remove(PendingNotice pending) {
        pendingNotices.remove(pending);
    }

    private synchronized void reschedule(PendingNotice pending) {
        pending.due = clock.instant().plus(pending.pause);
        var doubled = pending.pause.multipliedBy(2);
        pending.pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Sends this now, once; returns the status, 0 if there was none. */
    public int send(FakeYooKassaNotice notice) {
        var request = HttpRequest.newBuilder(webhookUrl())
                .header("Content-Type", "application/json")
                .header("User-Agent", "AHC/2.1")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(notice.body()));
        if (!isOfThisMachine()) {
            request.header("X-Forwarded-For", senderAddress);
        }
        try (var client = client()) {
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    private synchronized URI webhookUrl() {
        return webhook.orElseThrow(
                () -> new IllegalStateException("there is no webhook to send notices to"));
    }

    private HttpClient client() throws IOException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return isOfThisMachine()
                ? client.localAddress(InetAddress.getByName(senderAddress)).build()
                : client.build();
    }

    private synchronized boolean isOfThisMachine() {
        return senderAddress.startsWith("127.");
    }
}
