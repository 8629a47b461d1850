package dev.makegood.yookassa;

import dev.makegood.payment.GatewayRef;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A whole list of theirs: what can be read, and beside it what cannot. */
record YooKassaListing<T>(List<T> items, List<UnreadableItem> unreadable) {

    YooKassaListing {
        items = List.copyOf(items);
        unreadable = List.copyOf(unreadable);
    }

    /** One with an amount, a status or a shape that we do not know. */
    record UnreadableItem(JsonNode json) {

        /** Whether it may be the payment that was made for ours of this id. */
        boolean mayBeFor(String paymentId) {
            var metadata = json.path("metadata");
            return isThere(metadata)
                    && (!metadata.isObject()
                            || isOrMayBe(metadata.path(YooKassaPayment.PAYMENT_ID_KEY),
                                    paymentId));
        }

        /** Whether it has an id of a payment of ours, or one may be in what cannot be read. */
        boolean mayBeOurs() {
            var metadata = json.path("metadata");
            return isThere(metadata)
                    && (!metadata.isObject() || metadata.has(YooKassaPayment.PAYMENT_ID_KEY));
        }

        /** Whether it may be the refund of this key. */
        boolean mayBeRefund(String key) {
            var description = json.path("description");
            return isThere(description)
                    && (!description.isString()
                            || YooKassaRefundDescription.findKey(description.stringValue(""))
                                    .filter(key::equals)
                                    .isPresent());
        }

        private static boolean isOrMayBe(JsonNode value, String id) {
            return isThere(value) && (!value.isString() || value.stringValue("").equals(id));
        }

        private static boolean isThere(JsonNode value) {
            return !value.isMissingNode() && !value.isNull();
        }

        /** Its references, as far as they can be read. */
        List<GatewayRef> refs() {
            return Stream.of(json.path("id"),
                    json.path("metadata").path(YooKassaPayment.PAYMENT_ID_KEY))
                    .map(value -> value.stringValue(""))
                    .filter(YooKassaClient::isPathSafe)
                    .map(YooKassaGateway::gatewayRef)
                    .toList();
        }

        String describe() {
            var id = json.path("id").stringValue("");
            return (YooKassaClient.isPathSafe(id) ? id : "an object without an id")
                    + " has an amount, a status or a shape that we do not know";
        }
    }
}
