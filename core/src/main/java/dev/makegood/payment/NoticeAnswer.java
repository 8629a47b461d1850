package dev.makegood.payment;

/** What became of a notice that was verified. */
public sealed interface NoticeAnswer {

    /** It had its effect just now. */
    record NoticeApplied(Payment payment) implements NoticeAnswer {}

    /** It had its effect before. */
    record NoticeAlreadyApplied(Payment payment) implements NoticeAnswer {}

    /** It is about no payment of ours; an operator finds it in the events. */
    record NoticeUnmatched() implements NoticeAnswer {}
}
