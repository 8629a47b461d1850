package dev.makegood.payment;

import dev.makegood.event.Cause;
import dev.makegood.ledger.Terms;
import dev.makegood.ledger.TransferId;
import dev.makegood.money.Money;
import dev.makegood.store.Store;
import dev.makegood.task.Task;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The desk where money is asked for, heard of, and given back. */
public final class Payments {

    /** The kind of task that asks a gateway about a payment. */
    public static final String LOOK_TASK = "look_at_payment";

    /** The kind of task that gives money back. */
    public static final String RETURN_TASK = "return_money";

    /** The kind of task that wakes the work a payment was for. */
    public static final String PAID_TASK = "work_is_paid";

    private final Till till;
    private final Billing billing;
    private final Hearing hearing;
    private final Asking asking;
    private final Returning returning;

    public Payments(
            Store<? extends PaymentUnit> store, PaymentDirectory directory,
            Collection<PaymentGateway> gateways, InstantSource clock, Terms terms) {
        this.till = Till.of(store, directory, gateways, clock, terms);
        var effects = new Effects(till);
        this.billing = new Billing(till, effects);
        this.hearing = new Hearing(till, effects);
        this.asking = new Asking(till, billing, hearing);
        this.returning = new Returning(till, effects, asking);
    }

    /** What became of a notice. */
    public sealed interface Heard {}

    /** It had its effect just now. */
    public record HeardNow(Payment payment) implements Heard {}

    /** It had its effect before. */
    public record HeardBefore(Payment payment) implements Heard {}

    /** No payment of ours; an operator can see it. */
    public record NotOurs() implements Heard {}

    /** What came of asking a gateway. */
    public sealed interface Asked {

        /** The payment as it is now. */
        Payment payment();
    }

    /** What the gateway said is written. */
    public record Answered(Payment payment) implements Asked {}

    /** Nobody can tell now; why, or what, without secrets. */
    public record Unanswered(Payment payment, String why) implements Asked {}

    /** The answer to a wish to give money back. */
    public sealed interface Refunding {}

    /** So much goes back; {@code changed} tells whether it was decided just now. */
    public record Refunded(Payment payment, Money amount, boolean changed) implements Refunding {}

    /** Nothing was paid. */
    public record NotPaid(Payment payment) implements Refunding {}

    /** Less than that, or other money, is left to give back. */
    public record ExceedsPayment(Money left) implements Refunding {}

    /** There is none of this id. */
    public record NoSuchPayment() implements Refunding {}

    /**
     * Asks for money; the same bill again is the same payment.
     *
     * @return the payment, {@link Payment.Open} with its link as a rule; {@link Payment.Billed} when nobody knows
     *         yet, {@link Payment.Failed} when the gateway refused
     * @throws IllegalArgumentException if the id was used before for another bill: a bug in the caller
     */
    public Payment ask(Bill bill) {
        return billing.ask(bill);
    }

    /** Lets a notice that was proved have its effect, once. */
    public Heard accept(NoticeReader.Believed notice) {
        return hearing.accept(notice);
    }

    /** Notes for an operator that somebody sent a notice without its proof. */
    public void noteForged(String gateway, String why) {
        hearing.noteForged(gateway, why);
    }

    public Optional<Payment> find(PaymentId payment) {
        return till.directory().find(payment);
    }

    /** Asks the gateway now; answers the payment as it is then. */
    public Optional<Payment> sync(PaymentId payment) {
        return asking.ask(payment);
    }

    /** Asks the gateway now, as {@link #sync}, and says when nobody can tell; empty if there is none of this id. */
    public Optional<Asked> inquire(PaymentId payment) {
        return asking.inquire(payment);
    }

    /**
     * Asks the gateway about a payment under one of the names it is called there, also when the payment had ended
     * here; empty if it is not called so.
     */
    public Optional<Asked> inquire(PaymentId payment, GatewayRef called) {
        return asking.inquire(payment, called);
    }

    /** Makes sure that nobody can pay any more; answers the payment as it is then, perhaps paid. */
    public Optional<Payment> expire(PaymentId payment) {
        return asking.expire(payment);
    }

    /** Gives money back for an operator; all that is left if {@code amount} is null. */
    public Refunding refund(String key, PaymentId payment, @Nullable Money amount, Cause cause) {
        return returning.refund(key, payment, amount, cause);
    }

    /** Gives back all that is left, because what it paid for did not happen; once, however often it is asked. */
    public Refunding giveBack(PaymentId payment, Cause cause) {
        return refund(TransferId.of("give back", payment.value()).toString(), payment, null, cause);
    }

    /** Carries out a {@link #LOOK_TASK}. */
    public void lookAt(Task task) {
        asking.carryOut(task);
    }

    /** Carries out a {@link #RETURN_TASK}. */
    public void returnMoney(Task task) {
        returning.carryOut(task);
    }
}
