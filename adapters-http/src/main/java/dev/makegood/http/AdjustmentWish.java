package dev.makegood.http;

import dev.makegood.customer.Identity;

/**
 * What {@code POST /api/adjustments} asks for.
 *
 * @param credits a difference, above or below zero; never a new balance
 */
record AdjustmentWish(Identity customer, long credits, String reason) {

    static AdjustmentWish of(Fields fields) {
        var customer = Named.customer(fields);
        long credits = fields.whole("credits", -GrantWish.CREDITS_MAX, GrantWish.CREDITS_MAX);
        if (credits == 0) {
            fields.wrong("credits", "must change something");
        }
        var reason = fields.line("reason", ReasonWish.REASON_MAX);
        fields.check();
        return new AdjustmentWish(customer, credits, reason);
    }
}
