package dev.makegood.project;

import dev.makegood.ledger.Credits;

/** What happened to a project somebody asked something of. */
public sealed interface Answer {

    /** The answers to a report. */
    sealed interface OfReport extends Answer
            permits Changed, Unchanged, Contradicted, NoSuchProject {}

    /** The answers to a wish to cancel. */
    sealed interface OfCancelling extends Answer
            permits Changed, Unchanged, CannotCancel, AlreadyFinal,
            NoSuchProject {}

    /** The answers to an operator who lets it fail. */
    sealed interface OfFailing extends Answer
            permits Changed, Unchanged, AlreadyFinal, NoSuchProject {}

    /** The answers to an operator who tries again. */
    sealed interface OfRetrying extends Answer
            permits Changed, StillAtWork, AlreadyFinal, NoSuchProject {}

    /** The answers to an operator who gives credits back. */
    sealed interface OfRefunding extends Answer
            permits Refunded, NotCaptured, ExceedsCapture, NoSuchProject {}

    /** The answers to a payment that is for a project. */
    sealed interface OfFunding extends Answer
            permits Changed, Unchanged, NotWaiting, NoSuchProject {}

    /** It does not wait for this payment: paid otherwise, or over. */
    record NotWaiting(Project project) implements OfFunding {}

    /** It is like this now. */
    record Changed(Project project)
            implements OfReport, OfCancelling, OfFailing, OfRetrying, OfFunding {}

    /** It was like this before, by the same wish or report. */
    record Unchanged(Project project) implements OfReport, OfCancelling, OfFailing, OfFunding {}

    /** The report says the opposite of what is final; kept as an event, nothing changed. */
    record Contradicted(Project project, String why) implements OfReport {}

    /** It cannot be cancelled any more, or not for certain. */
    record CannotCancel(Project project, String why) implements OfCancelling {}

    /** It ended before. */
    record AlreadyFinal(Project project) implements OfCancelling, OfFailing, OfRetrying {}

    /** Its pipeline works on it, or nobody can tell; a second run would be paid twice. */
    record StillAtWork(Project project, String why) implements OfRetrying {}

    /** So much was given back; {@code changed} tells whether it was just now. */
    record Refunded(Project project, Credits credits, boolean changed) implements OfRefunding {}

    /** It is not charged yet: cancel it or let it fail instead. */
    record NotCaptured(Project project) implements OfRefunding {}

    /** Less than that is left to give back. */
    record ExceedsCapture(Credits left) implements OfRefunding {}

    /** There is none of this id. */
    record NoSuchProject() implements OfReport, OfCancelling, OfFailing, OfRetrying, OfRefunding,
            OfFunding {}
}
