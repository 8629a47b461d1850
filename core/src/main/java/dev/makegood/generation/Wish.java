package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.function.Function;

/**
 * What a customer wishes for.
 *
 * @param ifNew the id of the request, if there is none yet
 * @param ifAsked the id of the payment, if one has to be asked for
 * @param gateway who takes the money
 * @param backTo where the customer's browser goes afterwards, by the request's id: it may be one asked for before
 */
public record Wish(CustomerId customer, Hostname hostname, String provider, ProjectId ifNew,
        PaymentId ifAsked,
        String gateway, Function<ProjectId, Bill.Return> backTo) {

    /** The browser goes to the same places whichever request it is. */
    public Wish(
            CustomerId customer, Hostname hostname, String provider, ProjectId ifNew,
            PaymentId ifAsked, String gateway, Bill.Return backTo) {
        this(customer, hostname, provider, ifNew, ifAsked, gateway, request -> backTo);
    }
}
