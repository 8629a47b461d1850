package dev.makegood.yookassa;

import dev.makegood.httpclient.HttpTimeouts;
import java.net.URI;
import java.time.Duration;

/**
 * Where YooKassa is, which shop we are there, and how payments are captured.
 *
 * @param captureMode whether a payment is captured at once, or authorised first
 */
public record YooKassaSettings(URI baseUrl, YooKassaCredentials credentials,
        CaptureMode captureMode, ReceiptPolicy receipts, HttpTimeouts timeouts) {

    /** Their own limit is 30 seconds: then they answer 500. */
    public static final HttpTimeouts TIMEOUTS =
            new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(35));

    /** When a payment is captured. */
    public enum CaptureMode {
        /** At once, when the customer pays. */
        AUTOMATIC,
        /** The payment is authorised, and captured by us. */
        MANUAL
    }

    private static final URI PRODUCTION = URI.create("https://api.yookassa.ru/v3");

    /** The usual settings for this shop: captured at once, no receipts. */
    public static YooKassaSettings of(YooKassaCredentials credentials) {
        return new YooKassaSettings(PRODUCTION, credentials, CaptureMode.AUTOMATIC,
                ReceiptPolicy.NONE, TIMEOUTS);
    }

    public YooKassaSettings withBaseUrl(URI other) {
        return new YooKassaSettings(other, credentials, captureMode, receipts, timeouts);
    }

    public YooKassaSettings withCaptureMode(CaptureMode other) {
        return new YooKassaSettings(baseUrl, credentials, other, receipts, timeouts);
    }

    public YooKassaSettings with(ReceiptPolicy other) {
        return new YooKassaSettings(baseUrl, credentials, captureMode, other, timeouts);
    }

    public YooKassaSettings with(HttpTimeouts other) {
        return new YooKassaSettings(baseUrl, credentials, captureMode, receipts, other);
    }
}
