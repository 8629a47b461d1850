package dev.makegood.http;

import dev.makegood.pricing.CreditPack;
import dev.makegood.pricing.CreditPacks;
import java.util.List;
import java.util.Optional;

/** What {@code POST /api/payments} asks for: a pack that is sold, through a gateway that is configured. */
record PurchaseWish(CreditPack pack, String gateway) {

    private static final int WORD_MAX = 50;

    static PurchaseWish of(Fields fields, CreditPacks packs, List<String> gateways) {
        var pack = pack(fields, packs);
        var gateway = gateway(fields, gateways);
        fields.check();
        return new PurchaseWish(pack.orElseThrow(), gateway);
    }

    private static Optional<CreditPack> pack(Fields fields, CreditPacks packs) {
        var pack = packs.find(fields.text("pack", WORD_MAX));
        if (pack.isEmpty()) {
            fields.wrong("pack", "is not one we sell");
        }
        return pack;
    }

    private static String gateway(Fields fields, List<String> gateways) {
        var said = fields.maybeText("gateway", WORD_MAX);
        var gateway = said == null && gateways.size() == 1 ? gateways.getFirst() : said;
        if (gateway == null || !gateways.contains(gateway)) {
            fields.wrong("gateway", gateways.isEmpty() ? "cannot be any: no money is taken here"
                    : "must be " + String.join(" or ", gateways));
        }
        return gateway == null ? "" : gateway;
    }
}
