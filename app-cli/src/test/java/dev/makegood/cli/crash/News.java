package dev.makegood.cli.crash;

/** What a unit wrote of a payment, and so the points before and after its commit. */
enum News {
    BILLED(Point.BEFORE_THE_BILL_COMMITS, Point.AFTER_THE_BILL_COMMITTED),
    SUCCEEDED(Point.BEFORE_THE_NOTICE_COMMITS, Point.AFTER_THE_NOTICE_COMMITTED),
    MARKED_PAID(Point.IN_THE_MIDDLE_OF_FUNDING, Point.AFTER_COMMIT),
    REFUND_MEANT(Point.BEFORE_THE_REFUND_COMMITS, Point.AFTER_THE_REFUND_COMMITTED);

    private final Point before;
    private final Point after;

    News(Point before, Point after) {
        this.before = before;
        this.after = after;
    }

    Point before() {
        return before;
    }

    Point after() {
        return after;
    }
}
