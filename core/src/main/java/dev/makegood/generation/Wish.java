package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.Bill;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;

/**
 * What a customer wishes for.
 *
 * @param ifNew the id of the request, if there is none yet
 * @param ifAsked the id of the payment, if one has to be asked for
 * @param gateway who takes the money
 * @param backTo where the customer's browser goes afterwards
 */
public record Wish(CustomerId customer, Hostname hostname, String provider, ProjectId ifNew,
        PaymentId ifAsked,
        String gateway, Bill.Return backTo) {}
