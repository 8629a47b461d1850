package dev.makegood.http;

import dev.makegood.payment.NoticeReader.Believed;
import dev.makegood.payment.NoticeReader.Forged;
import dev.makegood.payment.NoticeReader.Irrelevant;
import dev.makegood.payment.NoticeReader.Unproved;
import dev.makegood.payment.Payments;
import java.util.List;
import java.util.Map;

/**
 * Where gateways say what happened: believed after its proof, answered when its effect is safe.
 *
 * <p>Whatever cannot be helped is answered kindly, or it would come again for days; whatever should come again
 * is not.
 */
final class NoticeRoutes {

    private static final Reply RECEIVED = Reply.ok(Map.of("received", true));

    private final Payments payments;
    private final Counter counter;
    private final Turns turns;

    NoticeRoutes(House house, Turns turns) {
        this.payments = house.makegood().payments();
        this.counter = house.counter();
        this.turns = turns;
    }

    List<Route> all() {
        return List.of(
                Route.notice("/api/stripe/webhook", call -> hear("stripe", call)),
                Route.notice("/api/yookassa/webhook", call -> hear("yookassa", call)));
    }

    private Reply hear(String gateway, Call call) {
        var reader = counter.reader(gateway);
        if (reader.isEmpty()) {
            turns.ofAddress(call.address());
            return Problems.noSuchRoute().reply();
        }
        return switch (reader.get().read(call.bytes(), call.headers(), call.address())) {
            case Believed notice -> accepted(notice);
            case Irrelevant irrelevant -> RECEIVED;
            case Forged forged -> forged(gateway, forged, call);
            case Unproved unproved -> Problems.providerUnavailable(unproved.why());
        };
    }

    private Reply accepted(Believed notice) {
        return switch (payments.accept(notice)) {
            case Payments.HeardNow now -> RECEIVED;
            case Payments.HeardBefore before -> RECEIVED;
            case Payments.NotOurs notOurs -> RECEIVED;
        };
    }

    /** Costs its address a turn before anything is written: else anybody could fill the events. */
    private Reply forged(String gateway, Forged forged, Call call) {
        turns.ofAddress(call.address());
        payments.noteForged(gateway, forged.why());
        return Problems.malformed("the notice is not proved: " + forged.why()).reply();
    }
}
