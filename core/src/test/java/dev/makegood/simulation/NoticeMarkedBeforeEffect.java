package dev.makegood.simulation;

import dev.makegood.Storage;
import dev.makegood.Unit;
import dev.makegood.customer.CustomerId;
import dev.makegood.payment.GatewayRef;
import dev.makegood.payment.PaymentStore;
import dev.makegood.testing.ForwardingPayments;
import dev.makegood.testing.ForwardingStorage;
import dev.makegood.testing.ForwardingUnit;
import java.util.function.Predicate;

/** Records a notice in a unit of its own, and applies it in the next. */
final class NoticeMarkedBeforeEffect extends ForwardingStorage {

    private static final class RecordNoticeCalled extends RuntimeException {

        private final transient GatewayRef notice;

        private RecordNoticeCalled(GatewayRef notice) {
            super("whether it was seen: " + notice);
            this.notice = notice;
        }
    }

    NoticeMarkedBeforeEffect(Storage storage) {
        super(storage);
    }

    @Override
    public <R> R write(CustomerId customer, Work<? super Unit, R> work) {
        try {
            return super.write(customer, unit -> work.on(answering(unit, notice -> {
                throw new RecordNoticeCalled(notice);
            })));
        } catch (RecordNoticeCalled recordNoticeCalled) {
            boolean isFirst =
                    super.write(customer,
                            unit -> unit.payments().recordNotice(recordNoticeCalled.notice));
            return super.write(customer, unit -> work.on(answering(unit, notice -> isFirst)));
        }
    }

    private static Unit answering(Unit unit, Predicate<GatewayRef> seeFirst) {
        return new ForwardingUnit(unit) {

            @Override
            public PaymentStore payments() {
                return new ForwardingPayments(super.payments()) {

                    @Override
                    public boolean recordNotice(GatewayRef notice) {
                        return seeFirst.test(notice);
                    }
                };
            }
        };
    }
}
