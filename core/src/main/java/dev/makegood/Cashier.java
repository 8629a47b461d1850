package dev.makegood;

import dev.makegood.payment.PaymentGateway;
import dev.makegood.pricing.Rates;
import dev.makegood.pricing.SiteMeasure;
import java.util.List;

/**
 * How money is taken: by whom, and how much for a website nobody calculated.
 *
 * @param gateways none, for a product that takes no money
 */
public record Cashier(List<PaymentGateway> gateways, SiteMeasure measure, Rates rates) {

    /** No money is taken, nothing is measured. */
    static final Cashier NOBODY = of(List.of());

    public Cashier {
        gateways = List.copyOf(gateways);
    }

    /** These gateways; only calculations that an operator set are known. */
    public static Cashier of(List<PaymentGateway> gateways) {
        return new Cashier(gateways, SiteMeasure.NONE, Rates.NONE);
    }
}
