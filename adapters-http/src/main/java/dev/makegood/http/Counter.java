package dev.makegood.http;

import dev.makegood.payment.Bill;
import dev.makegood.payment.NoticeReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where customers pay: through whom, who reads what those say, and where the customer's browser goes afterwards.
 *
 * @param readers of notices, by the gateway's name; {@code stripe} and {@code yookassa} have a route for them
 * @param front the address of the product's pages, for example {@code https://makegood.example}; at {@code /} it
 *        shows a payment, at {@code /pay/<id>} a generation
 * @param usual the gateway that takes the money for generations; null if there is none
 * @param gateways the names of all that are configured
 */
public record Counter(Map<String, NoticeReader> readers, URI front, @Nullable String usual,
        List<String> gateways) {

    /** No money is taken. */
    public static final Counter NONE =
            new Counter(Map.of(), URI.create("http://localhost"), null, List.of());

    public Counter {
        readers = Map.copyOf(readers);
        gateways = List.copyOf(gateways);
        if (!front.isAbsolute()
                || front.getHost() == null
                || front.getRawQuery() != null
                || front.getRawFragment() != null) {
            throw new IllegalArgumentException("not the address of pages: " + front);
        }
        if (usual != null && !gateways.contains(usual)) {
            throw new IllegalArgumentException("the usual gateway is none of " + gateways);
        }
    }

    Optional<NoticeReader> reader(String gateway) {
        return Optional.ofNullable(readers.get(gateway));
    }

    /** Back to the product's first page, which shows the payment. */
    Bill.Return backToPayment(Object payment) {
        var page = address("/?payment=" + payment);
        return new Bill.Return(page, page + "&cancelled=true");
    }

    /** Back to the page of a generation, which shows how far it is, paid or not. */
    Bill.Return backToGeneration(Object request) {
        var page = address("/pay/" + request);
        return new Bill.Return(page, page);
    }

    private String address(String path) {
        return front.toString().replaceFirst("/+$", "") + path;
    }
}
