package dev.makegood.payment;

import dev.makegood.money.Money;
import dev.makegood.payment.GatewayReport.Authorised;
import dev.makegood.payment.GatewayReport.DisputeIs;
import dev.makegood.payment.GatewayReport.GivenUp;
import dev.makegood.payment.GatewayReport.NotPaidYet;
import dev.makegood.payment.GatewayReport.Received;
import dev.makegood.payment.GatewayReport.RefundIs;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A gateway in memory: strict about when it is called, and forgetful of its answers when it is told to be. */
public final class FakeGateway implements PaymentGateway {

    private final InstantSource clock;
    private final BooleanSupplier inUnit;
    private final Map<GatewayRef, List<GatewayReport>> said = new LinkedHashMap<>();
    private final Map<String, Checkout> opened = new LinkedHashMap<>();
    private final Map<String, RefundOrder> refunds = new LinkedHashMap<>();
    private boolean losesAnswers;
    private boolean refuses;

    /** Fails whoever calls it while {@code inUnit} says that a unit of work is open. */
    public FakeGateway(InstantSource clock, BooleanSupplier inUnit) {
        this.clock = clock;
        this.inUnit = inUnit;
    }

    @Override
    public String name() {
        return "fake";
    }

    public void losesAnswers(boolean loses) {
        losesAnswers = loses;
    }

    public void refuses(boolean says) {
        refuses = says;
    }

    @Override
    public Opening open(Bill bill) {
        checkOutsideUnits();
        if (refuses) {
            return new PaymentGateway.Declined("no");
        }
        var checkout = opened.computeIfAbsent(bill.id().toString(), this::newCheckout);
        return losesAnswers ? new Unknown("lost") : new Opened(checkout);
    }

    private Checkout newCheckout(String bill) {
        var ref = new GatewayRef("fake", "cs_" + bill);
        said.put(ref, new ArrayList<>(List.of(new NotPaidYet(clock.instant()))));
        return new Checkout(ref, "https://pay.example/" + bill + "#f%2Fragment");
    }

    @Override
    public Look look(GatewayRef ref) {
        checkOutsideUnits();
        return losesAnswers ? new Unknown("lost") : new Seen(said.getOrDefault(ref, List.of()));
    }

    @Override
    public Look capture(GatewayRef ref, Bill bill) {
        pays(ref, bill.amount());
        return look(ref);
    }

    @Override
    public Look expire(GatewayRef ref) {
        checkOutsideUnits();
        if (said.get(ref).stream().noneMatch(Received.class::isInstance)) {
            says(ref, new GivenUp("expired", clock.instant()));
        }
        return look(ref);
    }

    @Override
    public Returned giveBack(RefundOrder order) {
        checkOutsideUnits();
        if (refuses) {
            return new PaymentGateway.Declined("no");
        }
        var refund = new PaymentRefund(order.key(), order.amount(), PaymentRefund.State.SUCCEEDED,
                clock.instant());
        if (refunds.putIfAbsent(order.key(), order) == null) {
            says(order.paid(), new RefundIs(refund));
        }
        return losesAnswers ? new Unknown("lost") : new Returning(refund);
    }

    /** The customer pays this much there; answers what a notice would say. */
    public GatewayReport pays(GatewayRef ref, Money amount) {
        return says(ref, new Received(new Payment.Paid(ref, amount, "card", clock.instant())));
    }

    /** The customer's money is set aside there. */
    public GatewayReport setsAside(GatewayRef ref) {
        return says(ref, new Authorised(clock.instant()));
    }

    public GatewayReport declines(GatewayRef ref) {
        return says(ref, new GatewayReport.Declined("insufficient funds", clock.instant()));
    }

    public GatewayReport expires(GatewayRef ref) {
        return says(ref, new GivenUp("expired", clock.instant()));
    }

    public GatewayReport disputed(GatewayRef ref, String key, Money amount, Dispute.Stage stage) {
        return says(ref, new DisputeIs(new Dispute(key, amount, stage), clock.instant()));
    }

    public GatewayReport refundedThere(
            GatewayRef ref, String key, Money amount, PaymentRefund.State state) {
        return says(ref, new RefundIs(new PaymentRefund(key, amount, state, clock.instant())));
    }

    /** Every refund it carried out, once each. */
    public List<RefundOrder> refunds() {
        return List.copyOf(refunds.values());
    }

    public int checkouts() {
        return opened.size();
    }

    private GatewayReport says(GatewayRef ref, GatewayReport report) {
        said.computeIfAbsent(ref, unknown -> new ArrayList<>()).add(report);
        return report;
    }

    private void checkOutsideUnits() {
        if (inUnit.getAsBoolean()) {
            throw new AssertionError("a gateway is called while a unit of work is open");
        }
    }
}
