package dev.makegood.stripe.fake;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The parameters that a call takes, by its documentation; any other is refused. */
enum FakeStripeParameters {

    CREATE_SESSION("after_expiration", "allow_promotion_codes", "automatic_tax",
            "billing_address_collection", "cancel_url", "client_reference_id", "currency",
            "custom_fields", "custom_text", "customer", "customer_creation", "customer_email",
            "discounts", "expand", "expires_at", "invoice_creation", "line_items", "locale",
            "metadata", "mode", "payment_intent_data", "payment_method_collection",
            "payment_method_configuration", "payment_method_options", "payment_method_types",
            "phone_number_collection", "return_url", "submit_type", "success_url",
            "tax_id_collection", "ui_mode"),
    LINE_ITEM("adjustable_quantity", "dynamic_tax_rates", "metadata", "price", "price_data",
            "quantity", "tax_rates"),
    PRICE_DATA("currency", "product", "product_data", "recurring", "tax_behavior", "unit_amount",
            "unit_amount_decimal"),
    CREATE_REFUND("amount", "charge", "currency", "customer", "expand", "instructions_email",
            "metadata", "origin", "payment_intent", "reason", "refund_application_fee",
            "reverse_transfer"),
    LIST_SESSIONS("created", "customer", "customer_details", "ending_before", "expand", "limit",
            "payment_intent", "payment_link", "starting_after", "status", "subscription"),
    LIST_INTENTS("created", "customer", "ending_before", "expand", "limit", "starting_after"),
    LIST_REFUNDS("charge", "created", "ending_before", "expand", "limit", "payment_intent",
            "starting_after"),
    LIST_DISPUTES("charge", "created", "ending_before", "expand", "limit", "payment_intent",
            "starting_after"),
    LIST_EVENTS("created", "delivery_success", "ending_before", "expand", "limit",
            "starting_after", "type", "types"),
    RETRIEVE("expand"),
    LINES("ending_before", "expand", "limit", "starting_after");

    private final Set<String> names;

    FakeStripeParameters(String... names) {
        this.names = new TreeSet<>(Arrays.asList(names));
    }

    /** The form itself, if it has no other. */
    FakeStripeForm check(FakeStripeForm form) {
        Optional<String> unknown =
                form.names().stream().filter(name -> !names.contains(name)).findFirst();
        if (unknown.isPresent()) {
            throw FakeStripeError.invalid(form.pathOf(unknown.get()), "parameter_unknown",
                    "Received unknown parameter: " + form.pathOf(unknown.get()));
        }
        return form;
    }
}
