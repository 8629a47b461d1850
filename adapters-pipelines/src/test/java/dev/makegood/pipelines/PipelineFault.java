package dev.makegood.pipelines;

/** One bad thing that can happen to a call of a fake: what was done, and what the caller gets. */
public enum PipelineFault {
    /** Nothing is wrong. */
    NONE,
    /** Done, then the connection is cut without a word. */
    LOSE_ANSWER,
    /** Done, but the response comes after the caller has stopped waiting. */
    ANSWER_TOO_LATE,
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
    /** Done, and the response carries an id of no run. */
    WRONG_ID,
    /** Not done: the connection is cut as soon as the request is read. */
    CUT_BEFORE,
    /** Not done: 500 with a page of HTML. */
    SERVER_ERROR,
    /** Not done: 503, to be repeated. */
    UNAVAILABLE,
    /** Not done: 429 with Retry-After. */
    TOO_MANY,
    /** Not done: 401, as after a rotated token. */
    UNAUTHORIZED,
    /** Not done: sent somewhere else. */
    REDIRECT
}
