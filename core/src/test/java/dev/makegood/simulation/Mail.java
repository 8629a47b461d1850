package dev.makegood.simulation;

import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.GatewayReport;
import dev.makegood.payment.NoticeReader.Believed;
import java.util.ArrayList;
import java.util.List;

/** The post between a gateway and us: it repeats what it carries, brings it in any order, and loses some. */
final class Mail {

    /** One copy of a notice. */
    record Letter(Sale sale, String event, GatewayReport report) {

        Believed notice() {
            return new Believed(new GatewayRef("fake", event), List.of(sale.ref()),
                    List.of(report));
        }
    }

    private static final int COPIES_MAX = 20;
    private static final int LOST_PERCENT = 10;

    private final Dice dice;
    private final List<Letter> letters = new ArrayList<>();
    private int events;

    Mail(Dice dice) {
        this.dice = dice;
    }

    /** Takes a notice: 1 to 20 copies of it will come, or none. */
    void take(Sale sale, GatewayReport report) {
        boolean isLost = dice.chance(LOST_PERCENT);
        sale.isKeptSilent |= isLost;
        var letter = new Letter(sale, "evt-" + events++, report);
        for (int copies = isLost ? 0 : dice.between(1, COPIES_MAX); copies > 0; copies--) {
            letters.add(letter);
        }
    }

    boolean isEmpty() {
        return letters.isEmpty();
    }

    Letter any() {
        return dice.oneOf(letters);
    }

    /** Strikes out one copy of a letter that was acknowledged. */
    void acknowledged(Letter letter) {
        letters.remove(letter);
    }
}
