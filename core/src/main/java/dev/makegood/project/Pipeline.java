package dev.makegood.project;

/**
 * Does the work of projects: a remote service, a flow engine, or a function in the same process.
 *
 * <p>Everything here is called outside any unit of work, from any thread, and may take as long as
 * its own timeouts allow. Nothing here throws for what the other side does or fails to do: that is
 * an answer.
 */
@FunctionalInterface
public interface Pipeline {

    /**
     * Starts the run of one attempt of a project, at most once however often it is called.
     *
     * <p>The same project and attempt may be sent again after {@link Unknown} or after a crash,
     * then with {@link RunRequest#repeated()} true; an adapter whose other side has no idempotency
     * key looks first for the run that an earlier sending may have made.
     *
     * @return {@link Started} when the run exists, {@link Rejected} when it certainly does not and
     *         never will for this attempt, {@link NotStarted} when certainly no sending so far made
     *         one, nor will any: the attempt is sent anew later, then not as repeated;
     *         {@link Unknown} in every other case: the start is repeated later, the outcome never
     *         guessed
     */
    StartResult start(RunRequest request);

    /**
     * Polls a run.
     *
     * @return {@link RunEnded} only when it ended, with what it ended as; {@link StillRunning} when
     *         the other side says that it has not; {@link Unknown} in every other case, also when
     *         the other side does not know the run any more
     */
    default RunPollResult poll(Run run) {
        return new Unknown("this pipeline cannot be polled");
    }

    /**
     * Asks for a run to be cancelled.
     *
     * @return {@link RunCancelled} only when it certainly stopped without completing;
     *         {@link TooLate} when it had ended before; {@link Unsupported} when runs cannot be
     *         cancelled there; {@link Unknown} otherwise
     */
    default CancelResult cancel(Run run) {
        return new Unsupported();
    }

    /** The answer to a start. */
    sealed interface StartResult permits Started, Rejected, NotStarted, Unknown {}

    /** The answer to a poll. */
    sealed interface RunPollResult permits RunEnded, StillRunning, Unknown {}

    /** The answer to a cancellation. */
    sealed interface CancelResult permits RunCancelled, TooLate, Unsupported, Unknown {}

    /** The run exists. */
    record Started(RunId run) implements StartResult {}

    /** There is no run and will be none; why, for the customer, without secrets. */
    record Rejected(String why) implements StartResult {

        public Rejected {
            why = SecretPatterns.redact(why);
        }
    }

    /** There is no run yet, and nothing on its way that could make one; why, without secrets. */
    record NotStarted(String why) implements StartResult {

        public NotStarted {
            why = SecretPatterns.redact(why);
        }
    }

    /** The run ended like this. */
    record RunEnded(RunReport report) implements RunPollResult {}

    /** The run has not ended. */
    record StillRunning() implements RunPollResult {}

    /** The run stopped and will not complete. */
    record RunCancelled() implements CancelResult {}

    /** The run had ended before it could be stopped. */
    record TooLate() implements CancelResult {}

    /** Runs cannot be stopped there. */
    record Unsupported() implements CancelResult {}

    /** The outcome is unknown; why, for the operator, without secrets. */
    record Unknown(String why) implements StartResult, RunPollResult, CancelResult {

        public Unknown {
            why = SecretPatterns.redact(why);
        }
    }
}
