package dev.makegood.http.request.body;

import dev.makegood.http.request.Fields;

import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.CreditPacks;
import java.util.List;
import java.util.Optional;

/** What {@code POST /api/payments} asks for: a pack for sale, and a gateway that is configured. */
public record PurchaseRequest(CreditPack pack, String gateway) {

    private static final int WORD_MAX = 50;

    public static PurchaseRequest of(Fields fields, CreditPacks packs, List<String> gateways) {
        var pack = pack(fields, packs);
        var gateway = gateway(fields, gateways);
        fields.throwIfInvalid();
        return new PurchaseRequest(pack.orElseThrow(), gateway);
    }

    private static Optional<CreditPack> pack(Fields fields, CreditPacks packs) {
        var name = fields.text("pack", WORD_MAX);
        var pack = packs.find(name);
        if (pack.isEmpty()) {
            fields.addError("pack", "is not for sale: " + name + "; see GET /api/credit-packs");
        }
        return pack;
    }

    private static String gateway(Fields fields, List<String> gateways) {
        var requested = fields.optionalText("gateway", WORD_MAX);
        var gateway = requested == null && gateways.size() == 1 ? gateways.getFirst() : requested;
        if (gateway == null || !gateways.contains(gateway)) {
            fields.addError("gateway", gateways.isEmpty() ? "is not configured on this server"
                    : "must be " + String.join(" or ", gateways));
        }
        return gateway == null ? "" : gateway;
    }
}
