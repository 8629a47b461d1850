package dev.makegood.server.settings;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the HTTP server listens.
 *
 * @param port 0 for any that is free
 * @param answerTimeout how long a request to generate waits for its pipeline before it answers "pending"
 * @param trustedProxies addresses whose {@code X-Forwarded-For} is trusted
 * @param corsOrigins whose pages may call from a browser
 */
public record ListenerSettings(String host, int port, Duration answerTimeout,
        List<String> trustedProxies, List<String> corsOrigins, RequestRates rates) {

    private static final String CORS_ORIGINS = "MAKEGOOD_CORS_ORIGINS";
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[a-z0-9.-]{1,253}(:[0-9]{1,5})?");

    /** Requests a second that are let through; 0 for no limit. */
    public record RequestRates(int customer, int key, int anonymous) {

        static RequestRates read(SettingsReader reader) {
            return new RequestRates(
                    (int) reader.number("MAKEGOOD_RATE_CUSTOMER", 0, 1_000_000, 100),
                    (int) reader.number("MAKEGOOD_RATE_KEY", 0, 1_000_000, 1_000),
                    (int) reader.number("MAKEGOOD_RATE_ANONYMOUS", 0, 1_000_000, 20));
        }
    }

    static ListenerSettings read(SettingsReader reader) {
        return new ListenerSettings(reader.text("MAKEGOOD_HOST").orElse("127.0.0.1"),
                (int) reader.number("MAKEGOOD_PORT", 0, 65_535, 8080),
                reader.duration("MAKEGOOD_ANSWER_TIMEOUT").orElse(Duration.ofSeconds(10)),
                reader.list("MAKEGOOD_TRUSTED_PROXIES"), origins(reader),
                RequestRates.read(reader));
    }

    private static List<String> origins(SettingsReader reader) {
        var origins = reader.list(CORS_ORIGINS);
        for (var origin : origins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new InvalidSetting(CORS_ORIGINS,
                        "must be origins such as https://app.example,"
                                + " without a path; not " + origin);
            }
        }
        return origins;
    }
}
