package dev.makegood.stripe.fake;

/** One bad thing that can happen to a call: what was done, and what the caller gets. */
public enum StripeFault {
    /** Nothing is wrong. */
    NONE,
    /** Done, then the connection is cut without a word. */
    LOSE_ANSWER,
    /** Done, but the response comes after the caller has stopped waiting. */
    ANSWER_TOO_LATE,
    /** Done, but 500 is answered, and remembered under the key for a day. */
    BROKEN_AFTER,
    /** Done, but a proxy answers 502 with a page of HTML. */
    BAD_GATEWAY,
    /** Done, and the response is 200 with a page of HTML. */
    GARBAGE,
    /** Done, and the response ends in the middle. */
    CUT_SHORT,
    /** Done, and the response is larger than a caller should read. */
    FLOOD,
    /** Done, and the response is about something else. */
    WRONG_ID,
    /** Not done: 500, remembered under the key for a day. */
    BROKEN_BEFORE,
    /** Not done: 500 without a word, not remembered. */
    EMPTY_ERROR,
    /** Not done: 503, not remembered. */
    UNAVAILABLE,
    /** Not done: 500 with {@code Stripe-Should-Retry: true}. */
    SHOULD_RETRY,
    /** Not done: 503 with {@code Stripe-Should-Retry: false}. */
    SHOULD_NOT_RETRY,
    /** Not done: the connection is cut as soon as the request is read. */
    CUT_BEFORE,
    /** Not done: 429. */
    TOO_MANY,
    /** Not done: 409, the key is in use. */
    IN_FLIGHT,
    /** Not done: 402. */
    DECLINED,
    /** Not done: 400, and the message repeats our key. */
    ECHO,
    /** Not done: 403. */
    FORBIDDEN,
    /** Not done: sent somewhere else. */
    REDIRECT
}
