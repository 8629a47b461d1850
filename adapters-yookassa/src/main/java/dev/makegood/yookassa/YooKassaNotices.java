package dev.makegood.yookassa;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.NoticeReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Hears of payments and refunds: a notice only says where to look, and what their API says there is believed.
 *
 * <p>Notices have no signature and no id. Their name is the event, the object's id and the status that was read, so that
 * one which came before its truth does not stand in the way of the one that comes after.
 */
public final class YooKassaNotices implements NoticeReader {

    private final YooKassa gateway;
    private final Sources sources;

    public YooKassaNotices(YooKassa gateway, Sources sources) {
        this.gateway = gateway;
        this.sources = sources;
    }

    @Override
    public Reading read(byte[] body, Map<String, String> headers, String address) {
        return sources.contain(address)
                ? Hint.of(body)
                        .map(this::read)
                        .orElseGet(() -> new Forged("it is no notice of YooKassa's"))
                : new Forged("it comes from an address that is not YooKassa's");
    }

    private Reading read(Hint hint) {
        return switch (hint.kind()) {
            case "payment" -> read(hint, gateway.books().story(hint.id()),
                    story -> story.payment().status().name().toLowerCase(Locale.ROOT));
            case "refund" -> read(hint, storyOfRefund(hint.id()),
                    story -> story.refund(hint.id()).orElseThrow().state().label());
            default -> new Irrelevant("nothing of ours: " + hint.event());
        };
    }

    private Read<Story> storyOfRefund(String id) {
        return gateway.books()
                .refund(id)
                .then(refund -> gateway.books().story(refund.payment()))
                .then(story -> story.refund(id).isPresent()
                        ? new Read.There<>(story)
                        : new Read.Unclear<>("their list does not show it yet"));
    }

    private Reading read(Hint hint, Read<Story> read, Function<Story, String> status) {
        return switch (read) {
            case Read.There<Story> there -> rank(hint.claim()) > rank(status.apply(there.it()))
                    ? new Unproved("their API does not show it yet")
                    : believed(hint, status.apply(there.it()), there.it());
            case Read.Absent<Story> absent -> ofNobody(hint);
            case Read.Unclear<Story> unclear -> new Unproved(unclear.why());
        };
    }

    /** What is final comes after what waits, and that after what nobody did yet. */
    private static int rank(String status) {
        return switch (status) {
            case "succeeded", "canceled", "failed" -> 2;
            case "waiting_for_capture" -> 1;
            default -> 0;
        };
    }

    private Reading believed(Hint hint, String status, Story story) {
        return new Believed(name(hint, status), story.names(),
                story.reports(gateway.clock().instant()));
    }

    /** They know nothing of it: answered kindly, or it would come for a day; and it has no effect. */
    private static Reading ofNobody(Hint hint) {
        return new Believed(name(hint, "absent"), List.of(YooKassa.ref(hint.id())), List.of());
    }

    private static GatewayRef name(Hint hint, String status) {
        return YooKassa.ref(hint.event() + "/" + hint.id() + "/" + status);
    }
}
