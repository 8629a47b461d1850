package dev.makegood.yookassa.fake;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Their receipts by law 54-FZ: what they accept, and whether they are registered at the tax office. */
final class FakeYooKassaReceipts {

    private static final String REGISTRATION = "receipt_registration";
    private static final int ITEMS_MAX = 100;
    private static final int VAT_CODE_MAX = 12;
    private static final Set<String> SUBJECTS = Set.of("commodity", "excise", "job", "service",
            "gambling_bet", "gambling_prize", "lottery", "lottery_prize", "intellectual_activity",
            "payment", "agent_commission", "property_right", "non_operating_gain",
            "insurance_premium", "sales_tax", "resort_fee", "composite", "another");
    private static final Set<String> MODES = Set.of("full_prepayment", "partial_prepayment",
            "advance", "full_payment", "partial_payment", "credit", "credit_payment");

    private volatile boolean required;
    private volatile boolean refused;

    void require() {
        required = true;
    }

    boolean areRequired() {
        return required;
    }

    void refuse() {
        refused = true;
    }

    /** A receipt is needed if fiscalisation is on; one that is sent must be right in any case. */
    void check(JsonNode request, BigDecimal value) {
        if (required || request.has("receipt")) {
            FakeYooKassaFormat.require(isLegal(request, value), "Receipt is missing or illegal",
                    "receipt");
        }
    }

    /** What was requested with a receipt says how its registration stands. */
    static void await(JsonNode request, ObjectNode object) {
        if (request.has("receipt")) {
            object.put(REGISTRATION, "pending");
        }
    }

    /** Registers the receipt of what succeeded, and never that of what did not. */
    void register(FakeYooKassaObject object, Instant now) {
        if (object.text(REGISTRATION).equals("pending")) {
            if (object.hasStatus("canceled") || (object.hasStatus("succeeded") && refused)) {
                object.change(now, it -> it.put(REGISTRATION, "canceled"));
            } else if (object.hasStatus("succeeded")) {
                object.change(now, it -> it.put(REGISTRATION, "succeeded"));
            }
        }
    }

    private static boolean isLegal(JsonNode request, BigDecimal value) {
        var receipt = request.path("receipt");
        var items = receipt.path("items");
        return isLegalCustomer(receipt.path("customer"))
                && items.size() >= 1
                && items.size() <= ITEMS_MAX
                && items.values()
                        .stream()
                        .allMatch(item -> isLegalItem(item, request.path("amount")))
                && items.values()
                        .stream()
                        .map(FakeYooKassaReceipts::total)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(value) == 0;
    }

    private static boolean isLegalCustomer(JsonNode customer) {
        var email = customer.path("email");
        var phone = customer.path("phone");
        return (email.isString() || phone.isString())
                && (email.isMissingNode()
                        || email.asString("").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
                && (phone.isMissingNode() || phone.asString("").matches("\\d{4,15}"));
    }

    private static boolean isLegalItem(JsonNode item, JsonNode requested) {
        var description = item.path("description").stringValue("");
        var vatCode = item.path("vat_code");
        return !description.isEmpty()
                && description.length() <= 128
                && vatCode.isInt()
                && vatCode.intValue() >= 1
                && vatCode.intValue() <= VAT_CODE_MAX
                && isOneOf(item.path("payment_subject"), SUBJECTS)
                && isOneOf(item.path("payment_mode"), MODES)
                && item.path("quantity").asString("").matches("\\d+(\\.\\d{1,3})?")
                && item.path("amount").path("value").asString("").matches("^\\d+\\.\\d{2}$")
                && (requested.isMissingNode()
                        || item.path("amount")
                                .path("currency")
                                .equals(requested.path("currency")));
    }

    private static boolean isOneOf(JsonNode word, Set<String> words) {
        return word.isMissingNode() || words.contains(word.stringValue(""));
    }

    private static BigDecimal total(JsonNode item) {
        return FakeYooKassaFormat.value(item.path("amount"))
                .multiply(new BigDecimal(item.path("quantity").asString()));
    }
}
