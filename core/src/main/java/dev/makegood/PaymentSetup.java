package dev.makegood;

import dev.makegood.payment.PaymentGateway;
import dev.makegood.pricing.Calculations;
import dev.makegood.pricing.HostnamePricing;
import dev.makegood.pricing.PageRates;
import dev.makegood.pricing.SitePageCounter;
import java.time.InstantSource;
import java.util.List;

/**
 * What payments need: the gateways, and how a website without a calculation is priced.
 *
 * @param gateways none, for a product that takes no money
 */
public record PaymentSetup(List<PaymentGateway> gateways, SitePageCounter pageCounter,
        PageRates pageRates) {

    /** No gateways, and no pages are counted. */
    static final PaymentSetup NONE = of(List.of());

    public PaymentSetup {
        gateways = List.copyOf(gateways);
    }

    /** These gateways; only calculations that an operator set are known. */
    public static PaymentSetup of(List<PaymentGateway> gateways) {
        return new PaymentSetup(gateways, SitePageCounter.NONE, PageRates.NONE);
    }

    HostnamePricing hostnamePricing(Calculations calculations, InstantSource clock) {
        return new HostnamePricing(calculations, pageCounter, pageRates, clock);
    }
}
