package dev.makegood.server.settings;

import java.time.Duration;
import java.util.List;

/**
 * How the HTTP server listens.
 *
 * @param port 0 for any that is free
 * @param answerWithin how long a request to generate waits for its pipeline before it says "pending"
 * @param trustedProxies addresses whose word on who calls is believed
 */
public record Listening(String host, int port, Duration answerWithin, List<String> trustedProxies,
        Rates rates) {

    /** Requests a second that are let through; 0 for no limit. */
    public record Rates(int customer, int key, int stranger) {

        public static final Rates NONE = new Rates(0, 0, 0);

        static Rates read(Reading reading) {
            return new Rates((int) reading.number("MAKEGOOD_RATE_CUSTOMER", 0, 1_000_000, 100),
                    (int) reading.number("MAKEGOOD_RATE_KEY", 0, 1_000_000, 1_000),
                    (int) reading.number("MAKEGOOD_RATE_STRANGER", 0, 1_000_000, 20));
        }
    }

    static Listening read(Reading reading) {
        return new Listening(reading.text("MAKEGOOD_HOST").orElse("127.0.0.1"),
                (int) reading.number("MAKEGOOD_PORT", 0, 65_535, 8080),
                reading.duration("MAKEGOOD_ANSWER_WITHIN").orElse(Duration.ofSeconds(10)),
                reading.list("MAKEGOOD_TRUSTED_PROXIES"), Rates.read(reading));
    }

    /** The same without any limit, for a demo. */
    public Listening withoutLimits() {
        return new Listening(host, port, answerWithin, trustedProxies, Rates.NONE);
    }
}
