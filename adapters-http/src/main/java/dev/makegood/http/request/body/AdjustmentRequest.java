package dev.makegood.http.request.body;

import dev.makegood.customer.Identity;
import dev.makegood.http.request.Fields;

/**
 * What {@code POST /api/adjustments} asks for.
 *
 * @param credits the difference, above or below zero; never a new balance
 */
public record AdjustmentRequest(Identity customer, long credits, String reason) {

    public static AdjustmentRequest of(Fields fields) {
        var customer = CustomerFields.customer(fields);
        long credits = CreditFields.difference(fields);
        var reason = fields.reason();
        fields.throwIfInvalid();
        return new AdjustmentRequest(customer, credits, reason);
    }
}
