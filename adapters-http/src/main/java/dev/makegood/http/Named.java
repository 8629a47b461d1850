package dev.makegood.http;

import dev.makegood.customer.Identity;

/** How an operator names a customer in a body: as {@code app/user-42}. */
final class Named {

    private static final int IDENTITY_MAX = 250;
    private static final Identity NOBODY = new Identity("nobody", "-");

    private Named() {}

    static Identity customer(Fields fields) {
        var identity = Identity.parse(fields.text("customer", IDENTITY_MAX));
        if (identity.isEmpty()) {
            fields.wrong("customer", "must be as app/user-42");
        }
        return identity.orElse(NOBODY);
    }
}
