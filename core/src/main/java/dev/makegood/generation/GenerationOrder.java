package dev.makegood.generation;

import dev.makegood.customer.CustomerId;
import dev.makegood.payment.PaymentDetails;
import dev.makegood.payment.PaymentId;
import dev.makegood.pricing.Hostname;
import dev.makegood.project.ProjectId;
import java.util.function.Function;

/**
 * What a customer orders.
 *
 * @param newProjectId the id of the request, if there is none yet
 * @param newPaymentId the id of the payment, if one has to be created
 * @param gateway the gateway to pay through
 * @param returnUrls where the customer's browser goes afterwards, by the request's id, which may be
 *        that of an earlier request
 */
public record GenerationOrder(CustomerId customer, Hostname hostname, String provider,
        ProjectId newProjectId, PaymentId newPaymentId, String gateway,
        Function<ProjectId, PaymentDetails.ReturnUrls> returnUrls) {

    /** The same return URLs for any request. */
    public GenerationOrder(
            CustomerId customer, Hostname hostname, String provider, ProjectId newProjectId,
            PaymentId newPaymentId, String gateway, PaymentDetails.ReturnUrls returnUrls) {
        this(customer, hostname, provider, newProjectId, newPaymentId, gateway,
                request -> returnUrls);
    }
}
