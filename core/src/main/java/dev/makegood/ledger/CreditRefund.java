package dev.makegood.ledger;

import dev.makegood.ledger.Posting.ExceedsCapture;
import dev.makegood.ledger.Posting.ExceedsWallet;
import dev.makegood.ledger.Posting.NoSuchCapture;
import java.util.UUID;

/** The answer to a credit refund, whether its project or its capture was named. */
public sealed interface CreditRefund permits CreditRefund.CreditsRefunded, CreditRefund.NotCaptured,
        CreditRefund.PaidWithMoney, ExceedsCapture, NoSuchCapture, ExceedsWallet {

    /** This many credits are refunded; {@code changed} tells whether by this command. */
    record CreditsRefunded(Credits credits, boolean changed) implements CreditRefund {}

    /** Nothing was captured yet: cancel the project, or let it fail. */
    record NotCaptured() implements CreditRefund {}

    /** No credits were spent on it: this payment is what can be refunded. */
    record PaidWithMoney(UUID payment) implements CreditRefund {}

    /** The answer to a refund of this many credits whose posting was answered like this. */
    static CreditRefund of(Posting.OfRefund posting, Credits credits) {
        return switch (posting) {
            case Posting.Posted p -> new CreditsRefunded(credits, true);
            case Posting.AlreadyPosted p -> new CreditsRefunded(credits, false);
            case ExceedsCapture e -> e;
            case NoSuchCapture n -> n;
            case ExceedsWallet e -> e;
        };
    }
}
