package dev.makegood.project;

/**
 * Does the work of projects: a remote service, a flow engine, or a function in the same process.
 *
 * <p>Everything here is called outside any unit of work, from any thread, and may take as long as its own
 * timeouts allow. Nothing here throws for what the other side does or fails to do: that is an answer.
 */
@FunctionalInterface
public interface Pipeline {

    /**
     * Starts the run of one attempt of a project, at most once however often it is called.
     *
     * <p>The same project and attempt may be sent again after {@link Unknown} or after a crash, then with
     * {@link RunOrder#repeated()} true; an adapter whose other side has no idempotency key looks first for
     * the run that an earlier sending may have made.
     *
     * @return {@link Started} when the run exists, {@link Rejected} when it certainly does not and never will
     *         for this attempt, {@link NotStarted} when certainly no sending so far made one, nor will any:
     *         the attempt is handed over anew later, then not repeated; {@link Unknown} in every other case:
     *         it is asked again later, never guessed
     */
    Start start(RunOrder order);

    /**
     * Asks how a run is doing.
     *
     * @return {@link Seen} only when it ended, with what it ended as; {@link StillRunning} when the other side
     *         says that it has not; {@link Unknown} when nobody can tell, a run that is gone among them
     */
    default Look look(Run run) {
        return new Unknown("this pipeline cannot be asked");
    }

    /**
     * Asks for a run to end early.
     *
     * @return {@link Cancelled} only when it certainly stopped without completing; {@link TooLate} when it had
     *         ended before; {@link Unsupported} when runs cannot be cancelled there; {@link Unknown} otherwise
     */
    default Cancellation cancel(Run run) {
        return new Unsupported();
    }

    /** The answer to a start. */
    sealed interface Start permits Started, Rejected, NotStarted, Unknown {}

    /** The answer to a look. */
    sealed interface Look permits Seen, StillRunning, Unknown {}

    /** The answer to a cancellation. */
    sealed interface Cancellation permits Cancelled, TooLate, Unsupported, Unknown {}

    /** The run exists. */
    record Started(RunId run) implements Start {}

    /** There is no run and will be none; why, for the customer, without secrets. */
    record Rejected(String why) implements Start {}

    /** There is no run yet, and nothing on its way that could make one; why, without secrets. */
    record NotStarted(String why) implements Start {}

    /** The run ended like this. */
    record Seen(RunReport report) implements Look {}

    /** The run has not ended. */
    record StillRunning() implements Look {}

    /** The run stopped and will not complete. */
    record Cancelled() implements Cancellation {}

    /** The run had ended before it could be stopped. */
    record TooLate() implements Cancellation {}

    /** Runs cannot be stopped there. */
    record Unsupported() implements Cancellation {}

    /** Nobody knows; why, for the operator, without secrets. */
    record Unknown(String why) implements Start, Look, Cancellation {}
}
