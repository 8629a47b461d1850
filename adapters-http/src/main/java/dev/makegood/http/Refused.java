package dev.makegood.http;

/**
 * A request that makes no sense, or that its caller may not make: decided before any desk was asked.
 *
 * <p>It is thrown so that reading a request stays readable, and it never leaves this package. What a desk
 * refuses is an answer, not this.
 */
final class Refused extends RuntimeException {

    private final transient Reply reply;

    Refused(Problem problem) {
        this(problem.detail(), problem.reply());
    }

    Refused(String why, Reply reply) {
        super(why, null, false, false);
        this.reply = reply;
    }

    Reply reply() {
        return reply;
    }
}
