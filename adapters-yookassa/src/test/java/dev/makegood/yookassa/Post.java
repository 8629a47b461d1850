package dev.makegood.yookassa;

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
 * <p>Nothing is sent by itself; {@link #deliver} sends what is due by the clock. Whoever wants them doubled, late, lost
 * or in another order takes the {@link #letters} and sends them by hand.
 */
public final class Post {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final InstantSource clock;
    private final List<Letter> letters = new ArrayList<>();
    private final List<Round> rounds = new ArrayList<>();
    private Optional<URI> webhook = Optional.empty();
    private String from = "185.71.76.1";
    private boolean isHeld;

    Post(InstantSource clock) {
        this.clock = clock;
    }

    /** A letter on its way, with the next moment it is carried. */
    private static final class Round {

        private final Letter letter;
        private Instant due;
        private Duration pause = FIRST_PAUSE;

        Round(Letter letter) {
            this.letter = letter;
            this.due = letter.at();
        }
    }

    /** Where notices go. */
    public synchronized Post to(URI address) {
        webhook = Optional.of(address);
        return this;
    }

    /**
     * The address they come from: one of this machine's is really used, any other is said in
     * {@code X-Forwarded-For}, as a trusted proxy would.
     */
    public synchronized Post from(String address) {
        from = address;
        return this;
    }

    /** Sends nothing more on its own. */
    public synchronized void hold() {
        isHeld = true;
    }

    /** Every genuine notice there ever was, the oldest first. */
    public synchronized List<Letter> letters() {
        return List.copyOf(letters);
    }

    /** A notice nobody of them wrote: of the right shape, about whatever is given. */
    public Letter forged(String event, String object) {
        return Letter.of(event, Answer.JSON.readTree(object), clock.instant());
    }

    synchronized void happened(String event, Filed object, Instant at) {
        var letter = Letter.of(event, object.now(), at);
        letters.add(letter);
        rounds.add(new Round(letter));
    }

    /** Sends what is due. */
    public void deliver() {
        for (var round : due()) {
            if (send(round.letter) == 200) {
                strike(round);
            } else {
                again(round);
            }
        }
    }

    private synchronized List<Round> due() {
        rounds.removeIf(round -> round.letter.at().plus(KEPT).isBefore(clock.instant()));
        return isHeld || webhook.isEmpty() ? List.of()
                : rounds.stream().filter(round -> !round.due.isAfter(clock.instant())).toList();
    }

    private synchronized void strike(Round round) {
        rounds.remove(round);
    }

    private synchronized void again(Round round) {
        round.due = clock.instant().plus(round.pause);
        var doubled = round.pause.multipliedBy(2);
        round.pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** Sends this now, once; answers the status, 0 if there was none. */
    public int send(Letter letter) {
        var request = HttpRequest.newBuilder(target())
                .header("Content-Type", "application/json")
                .header("User-Agent", "AHC/2.1")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(letter.body()));
        if (!isOfThisMachine()) {
            request.header("X-Forwarded-For", from);
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

    private synchronized URI target() {
        return webhook.orElseThrow(() -> new IllegalStateException("nobody wants notices"));
    }

    private HttpClient client() throws IOException {
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1);
        return isOfThisMachine()
                ? client.localAddress(InetAddress.getByName(from)).build()
                : client.build();
    }

    private synchronized boolean isOfThisMachine() {
        return from.startsWith("127.");
    }
}
