package dev.makegood.yookassa;

import dev.makegood.httpclient.ErrorText;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport.UnreadableReport;
import dev.makegood.payment.NoticeReader;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Reads notices of payments and refunds: a notice only says which object to read back from their API.
 *
 * <p>Notices have no signature and no id. Their reference is the event, the object's id and the status that was read
 * back, so that a notice which came before its status does not hide the one that comes after. Those about objects
 * that their API does not know are one notice an hour.
 */
public final class YooKassaNotices implements NoticeReader {

    private static final int ADDRESS_CHARACTERS_MAX = 50;
    private static final Set<String> EVENT_TYPES = Set.of("payment.waiting_for_capture",
            "payment.succeeded", "payment.canceled", "refund.succeeded", "payment.unnamed",
            "refund.unnamed");

    private final YooKassaGateway gateway;
    private final YooKassaAddresses allowedAddresses;
    private final Predicate<GatewayRef> isOurs;
    private final NoticeLookups lookups;

    /**
     * Reads notices that come from some addresses.
     *
     * @param isOurs whether this reference is one of our payments': asked while many notices are about nothing
     */
    public YooKassaNotices(
            YooKassaGateway gateway, YooKassaAddresses allowedAddresses,
            Predicate<GatewayRef> isOurs) {
        this.gateway = gateway;
        this.isOurs = isOurs;
        this.allowedAddresses = allowedAddresses;
        this.lookups = new NoticeLookups(gateway.clock());
    }

    @Override
    public NoticeReading read(byte[] body, Map<String, String> headers, String address) {
        return allowedAddresses.contains(address)
                ? NoticeHint.parse(body)
                        .map(this::read)
                        .orElseGet(
                                () -> new InvalidSignature("the body is not a notice of YooKassa"))
                : new InvalidSignature("the address " + shown(address)
                        + " is not one that notices of YooKassa come from");
    }

    private static String shown(String address) {
        return ErrorText.of(address, UnaryOperator.identity(), ADDRESS_CHARACTERS_MAX);
    }

    private NoticeReading read(NoticeHint hint) {
        return switch (hint.objectType()) {
            case "payment" -> read(hint,
                    lookUp(hint, () -> gateway.queries().findHistory(hint.objectId())),
                    history -> history.payment()
                            .status()
                            .name()
                            .toLowerCase(Locale.ROOT));
            case "refund" -> read(hint, lookUp(hint, () -> findHistoryOfRefund(hint.objectId())),
                    history -> history.findRefund(hint.objectId()).orElseThrow().status().label());
            default -> new Irrelevant("not an event of a payment or a refund: " + hint.eventType());
        };
    }

    private YooKassaLookup<YooKassaPaymentHistory> lookUp(
            NoticeHint hint, Supplier<YooKassaLookup<YooKassaPaymentHistory>> read) {
        return lookups.find(hint.objectType() + "/" + hint.objectId(),
                finality(hint.claimedStatus()), () -> isAboutOurs(hint), read);
    }

    /** What it claims of itself beside its id proves nothing, so a refund is not known before it is read. */
    private boolean isAboutOurs(NoticeHint hint) {
        return hint.objectType().equals("payment")
                && isOurs.test(YooKassaGateway.gatewayRef(hint.objectId()));
    }

    private YooKassaLookup<YooKassaPaymentHistory> findHistoryOfRefund(String id) {
        return gateway.queries()
                .findRefund(id)
                .flatMap(refund -> gateway.queries().findHistory(refund.paymentId()))
                .flatMap(history -> history.findRefund(id).isPresent()
                        ? new YooKassaLookup.LookupFound<>(history)
                        : history.hasUnreadableRefunds()
                                ? new YooKassaLookup.LookupUnreadable<>(
                                        "their list of refunds shows one that cannot be read")
                                : new YooKassaLookup.LookupUnknown<>(
                                        "their list of refunds does not show it yet"));
    }

    private NoticeReading read(
            NoticeHint hint, YooKassaLookup<YooKassaPaymentHistory> lookup,
            Function<YooKassaPaymentHistory, String> status) {
        return switch (lookup) {
            case YooKassaLookup.LookupFound<YooKassaPaymentHistory> found ->
                    finality(hint.claimedStatus()) > finality(status.apply(found.value()))
                            ? new Unverified("their API does not show the status "
                                    + hint.claimedStatus() + " yet")
                            : verified(hint, status.apply(found.value()), found.value());
            case YooKassaLookup.LookupAbsent<YooKassaPaymentHistory> absent ->
                    verifiedAbsent(hint, gateway.clock().instant());
            case YooKassaLookup.LookupUnreadable<YooKassaPaymentHistory> unreadable ->
                    verifiedUnreadable(hint, unreadable.why());
            case YooKassaLookup.LookupUnknown<YooKassaPaymentHistory> unknown ->
                    new Unverified(unknown.why());
        };
    }

    /** A final status comes after one that waits for us, and that after one that waits for the customer. */
    private static int finality(String status) {
        return switch (status) {
            case "succeeded", "canceled", "failed" -> 2;
            case "waiting_for_capture" -> 1;
            default -> 0;
        };
    }

    private NoticeReading verified(NoticeHint hint, String status, YooKassaPaymentHistory history) {
        return new Verified(noticeRef(hint, status), history.gatewayRefs(),
                history.reports(gateway.clock().instant()));
    }

    /**
     * They know no such object: accepted, or it would be sent for a day; and it has no effect. All of an hour are one
     * notice, which shows the first of their ids: anyone could invent any number of them.
     */
    private static NoticeReading verifiedAbsent(NoticeHint hint, Instant now) {
        return new Verified(
                YooKassaGateway.gatewayRef("absent/" + now.truncatedTo(ChronoUnit.HOURS)),
                List.of(YooKassaGateway.gatewayRef(hint.objectId())), List.of());
    }

    /** Their API shows it, in a shape that we cannot read: accepted, and an operator sees it. */
    private NoticeReading verifiedUnreadable(NoticeHint hint, String why) {
        return new Verified(noticeRef(hint, "unreadable"),
                List.of(YooKassaGateway.gatewayRef(hint.objectId())),
                List.of(new UnreadableReport(why, gateway.clock().instant())));
    }

    /** Events that they have no name for are one: anyone could invent any number of names. */
    private static GatewayRef noticeRef(NoticeHint hint, String status) {
        var eventType = EVENT_TYPES.contains(hint.eventType()) ? hint.eventType()
                : hint.objectType() + ".other";
        return YooKassaGateway.gatewayRef(eventType + "/" + hint.objectId() + "/" + status);
    }
}
