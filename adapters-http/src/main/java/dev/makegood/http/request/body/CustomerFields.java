package dev.makegood.http.request.body;

import dev.makegood.customer.Identity;
import dev.makegood.http.request.Fields;

/** How an operator names a customer in a body, such as {@code app/user-42}. */
final class CustomerFields {

    private static final int IDENTITY_MAX = 250;
    private static final Identity PLACEHOLDER = new Identity("invalid", "-");

    private CustomerFields() {}

    static Identity customer(Fields fields) {
        var identity = Identity.parse(fields.text("customer", IDENTITY_MAX));
        if (identity.isEmpty()) {
            fields.addError("customer", "must look like app/user-42");
        }
        return identity.orElse(PLACEHOLDER);
    }
}
