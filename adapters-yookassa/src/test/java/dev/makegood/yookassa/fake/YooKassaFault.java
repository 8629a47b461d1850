package dev.makegood.yookassa.fake;

/** One bad thing that can happen to a call of the fake: what was done, and what the caller gets. */
public enum YooKassaFault {
    /** Nothing is wrong. */
    NONE,
    /** Done, then the connection is cut without a word. */
    LOSE_ANSWER,
    /** Done, but the response comes after the caller has stopped waiting. */
    ANSWER_TOO_LATE,
    /** Done, but the response is 500: the same key finds what was done. */
    BROKEN_AFTER,
    /** Done, but the response is 202, to be polled. */
    PROCESSING,
    /** Done, but a proxy answers 502 with a page of HTML. */
    BAD_GATEWAY,
    /** Done, and the response is 200 with a page of HTML. */
    GARBAGE,
    /** Done, and the response ends in the middle. */
    CUT_SHORT,
    /** Done, and the response is larger than a caller should read. */
    FLOOD,
    /** Done, and the response lacks the id. */
    NO_ID,
    /** Done, and the response is about something else. */
    WRONG_ID,
    /** Done, and the response does not say where to pay. */
    NO_CONFIRMATION,
    /** Not done: the connection is cut as soon as the request is read. */
    CUT_BEFORE,
    /** Not done: 500, and the same key succeeds later. */
    BROKEN_BEFORE,
    /** Not done: 429. */
    TOO_MANY,
    /** Not done: 400, for a reason of theirs. */
    REFUSE,
    /** Not done: 401, as after a change of the key. */
    UNAUTHORIZED,
    /** Not done: 403, the key may not do this. */
    FORBIDDEN,
    /** Not done: a proxy answers 403 with a page of HTML. */
    WALL,
    /** Not done: sent somewhere else. */
    REDIRECT
}
