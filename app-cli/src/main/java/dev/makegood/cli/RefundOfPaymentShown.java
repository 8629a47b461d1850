package dev.makegood.cli;

import dev.makegood.money.Money;
import dev.makegood.payment.Payment;
import dev.makegood.payment.PaymentRefund;
import dev.makegood.payment.Purpose;
import dev.makegood.server.Installation;
import org.jspecify.annotations.Nullable;

/** What became of money that was to go back, for people and programs. */
record RefundOfPaymentShown(Installation in, Payment payment) {

    Reply planned(String key, Money goes, Money left) {
        return done(key, goes, "planned", false, true, "would give back " + goes + " of the "
                + left.major().toPlainString() + " that are left" + credits(goes) + warning());
    }

    Reply nothingLeft(boolean dry) {
        return done(null, payment.bill().amount().none(), "succeeded", false, dry,
                "already done: nothing is left to give back");
    }

    /** It was meant before; a plan asks nobody how far it is. */
    Reply before(PaymentRefund refund) {
        return switch (refund.state()) {
            case ASKED -> done(refund, false, true, "already meant, and its gateway is asked until"
                    + " it answers: " + refund.amount());
            case PENDING -> done(refund, false, true,
                    "already done: " + refund.amount() + " are on their way");
            case SUCCEEDED -> done(refund, false, true,
                    "already done: " + refund.amount() + " went back");
            case FAILED -> failed(refund);
        };
    }

    /** What the gateway said; {@code asked} tells whether it was asked just now. */
    Reply answered(PaymentRefund refund, boolean changed, boolean asked) {
        return switch (refund.state()) {
            case ASKED -> asked ? notKnown(refund) : beingAsked();
            case PENDING -> done(refund, changed, false,
                    (changed ? "" : "already done: ") + refund.amount() + " are on their way");
            case SUCCEEDED -> done(refund, changed, false,
                    changed ? "gave back " + refund.amount()
                            : "already done: " + refund.amount() + " went back");
            case FAILED -> failed(refund);
        };
    }

    private Reply notKnown(PaymentRefund refund) {
        return OutOfReach.silent(payment.bill().gateway(), "not known yet whether "
                + refund.amount()
                + " go back. That they shall is written; a server asks again until it knows, and"
                + " so does this command");
    }

    private static Reply beingAsked() {
        return new Reply.No(Exit.BUSY, "in_progress",
                "it is written, and somebody else is asking the gateway just now");
    }

    private Reply failed(PaymentRefund refund) {
        return Reply.refused("provider_refused", payment.bill().gateway() + " refused to give back "
                + refund.amount() + " of payment " + payment.id() + " (" + why(refund)
                + "): the money stays. To ask anew, add --again with any word");
    }

    private String why(PaymentRefund refund) {
        return Happened.to(in, payment.bill().customer(), "payment", payment.id().value())
                .last("refund", refund.key())
                .map(event -> Ink.foreign(event.facts().getOrDefault("reason", "")))
                .orElse("nobody knows why");
    }

    private Reply done(PaymentRefund refund, boolean changed, boolean dry, String words) {
        return done(refund.key(), refund.amount(), refund.state().label(), changed, dry, words);
    }

    private Reply done(
            @Nullable String key, Money amount, String state,
            boolean changed, boolean dry, String words) {
        var json = Json.object()
                .put("refundId", key)
                .put("payment", payment.id().toString())
                .put("amountRefunded", amount.major().toPlainString())
                .put("currency", amount.currency().getCurrencyCode())
                .put("state", state)
                .put("changed", changed);
        return Reply.done(dry ? json.put("dryRun", true) : json,
                "payment " + payment.id() + ": " + words);
    }

    private String credits(Money goes) {
        if (!(payment.bill().purpose() instanceof Purpose.Pack pack)) {
            return "";
        }
        var paid = payment.bill().amount();
        var before = payment.aftermath().reversed(paid);
        var after = before.plus(goes).min(paid);
        var all = pack.credits().plus(pack.bonus());
        long credits = taken(pack, after, paid) - taken(pack, before, paid);
        return "; " + credits + " of the " + all + " credits it bought are taken back";
    }

    private static long taken(Purpose.Pack pack, Money reversed, Money paid) {
        return new TakenBack(pack.credits(), reversed, paid).credits()
                + new TakenBack(pack.bonus(), reversed, paid).credits();
    }

    private String warning() {
        return payment.aftermath().isDisputed()
                ? "; careful: the payer disputes it, and the bank may have the money already"
                : "";
    }
}
