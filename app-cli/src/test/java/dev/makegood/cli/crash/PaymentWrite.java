package dev.makegood.cli.crash;

/** What a unit wrote about a payment, with the points before and after its commit. */
enum PaymentWrite {
    BILLED(HaltPoint.BEFORE_THE_BILL_COMMITS, HaltPoint.AFTER_THE_BILL_COMMITTED),
    SUCCEEDED(HaltPoint.BEFORE_THE_NOTICE_COMMITS, HaltPoint.AFTER_THE_NOTICE_COMMITTED),
    MARKED_PAID(HaltPoint.IN_THE_MIDDLE_OF_FUNDING, HaltPoint.AFTER_COMMIT),
    REFUND_REQUESTED(HaltPoint.BEFORE_THE_REFUND_COMMITS, HaltPoint.AFTER_THE_REFUND_COMMITTED);

    private final HaltPoint before;
    private final HaltPoint after;

    PaymentWrite(HaltPoint before, HaltPoint after) {
        this.before = before;
        this.after = after;
    }

    HaltPoint before() {
        return before;
    }

    HaltPoint after() {
        return after;
    }
}
