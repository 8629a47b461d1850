package dev.makegood.http;

/** Why an operator does something: one line, kept in the events. */
record ReasonWish(String reason) {

    static final int REASON_MAX = 500;

    static ReasonWish of(Fields fields) {
        var reason = fields.line("reason", REASON_MAX);
        fields.check();
        return new ReasonWish(reason);
    }
}
