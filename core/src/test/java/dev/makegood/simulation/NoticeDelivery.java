package dev.makegood.simulation;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Verified;
import java.util.ArrayList;
import java.util.List;

/**
 * The post between a gateway and us: it repeats what it carries, brings it in any order, and loses
 * some.
 */
final class NoticeDelivery {

    /** One copy of a notice. */
    record NoticeCopy(Sale sale, String event, GatewayReport report) {

        Verified notice() {
            return new Verified(new GatewayRef("fake", event), List.of(sale.ref()),
                    List.of(report));
        }
    }

    private static final int COPIES_MAX = 20;
    private static final int LOST_PERCENT = 10;

    private final Dice dice;
    private final List<NoticeCopy> undelivered = new ArrayList<>();
    private int events;

    NoticeDelivery(Dice dice) {
        this.dice = dice;
    }

    /** Accepts a notice: 1 to 20 copies of it will arrive, or none. */
    void add(Sale sale, GatewayReport report) {
        boolean isLost = dice.chance(LOST_PERCENT);
        sale.isNoticeLost |= isLost;
        var copy = new NoticeCopy(sale, "evt-" + events++, report);
        for (int copies = isLost ? 0 : dice.between(1, COPIES_MAX); copies > 0; copies--) {
            undelivered.add(copy);
        }
    }

    boolean isEmpty() {
        return undelivered.isEmpty();
    }

    NoticeCopy pick() {
        return dice.oneOf(undelivered);
    }

    /** Strikes out one copy of a letter that was acknowledged. */
    void remove(NoticeCopy copy) {
        undelivered.remove(copy);
    }
}
