package dev.makegood.http.response;

/**
 * A request is invalid, or its caller may not make it: decided before a desk is called.
 *
 * <p>It is thrown so that code that reads a request stays simple, and it never leaves this module. What a desk
 * refuses is an answer, not an exception.
 */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code() + ": " + problem.detail(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
