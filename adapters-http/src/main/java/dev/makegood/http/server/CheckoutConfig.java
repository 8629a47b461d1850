package dev.makegood.http.server;

import dev.makegood.payment.NoticeReader;
import dev.makegood.payment.PaymentDetails;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where customers pay: through which gateways, who reads their notices, and where the customer's browser returns.
 *
 * @param noticeReaders by the gateway's name; {@code stripe} and {@code yookassa} have a route for their notices
 * @param frontEndUrl the base URL of the product's pages, for example {@code https://makegood.example}; at {@code /}
 *        it shows a payment, at {@code /pay/<id>} a generation
 * @param defaultGateway the gateway for payments of generations; null if there is none
 * @param gateways the names of all that are configured
 */
public record CheckoutConfig(
        Map<String, NoticeReader> noticeReaders, URI frontEndUrl, @Nullable String defaultGateway,
        List<String> gateways) {

    /** No gateway is configured. */
    public static final CheckoutConfig NONE =
            new CheckoutConfig(Map.of(), URI.create("http://localhost"), null, List.of());

    public CheckoutConfig {
        noticeReaders = Map.copyOf(noticeReaders);
        gateways = List.copyOf(gateways);
        if (!frontEndUrl.isAbsolute()
                || frontEndUrl.getHost() == null
                || frontEndUrl.getRawQuery() != null
                || frontEndUrl.getRawFragment() != null) {
            throw new IllegalArgumentException("not a base URL, such as https://makegood.example"
                    + " without query and fragment: " + frontEndUrl);
        }
        if (defaultGateway != null && !gateways.contains(defaultGateway)) {
            throw new IllegalArgumentException("the default gateway is not configured: "
                    + defaultGateway + "; configured: " + gateways);
        }
    }

    public Optional<NoticeReader> noticeReader(String gateway) {
        return Optional.ofNullable(noticeReaders.get(gateway));
    }

    /** The product's first page, which shows the payment. */
    public PaymentDetails.ReturnUrls paymentReturnUrls(Object paymentId) {
        var page = url("/?payment=" + paymentId);
        return new PaymentDetails.ReturnUrls(page, page + "&cancelled=true");
    }

    /** The page of a generation, which shows its progress, paid or not. */
    public PaymentDetails.ReturnUrls generationReturnUrls(Object requestId) {
        var page = url("/pay/" + requestId);
        return new PaymentDetails.ReturnUrls(page, page);
    }

    private String url(String path) {
        return frontEndUrl.toString().replaceFirst("/+$", "") + path;
    }
}
