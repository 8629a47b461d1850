package dev.makegood.project;

/** The answer to a command on a project. */
public sealed interface ProjectAnswer {

    /** The answers to a report. */
    sealed interface ToReport extends ProjectAnswer
            permits ProjectChanged, ProjectUnchanged, ReportContradicted, NoSuchProject {}

    /** The answers to a cancellation. */
    sealed interface ToCancel extends ProjectAnswer
            permits ProjectChanged, ProjectUnchanged, CannotCancel, AlreadyFinal, NoSuchProject {}

    /** The answers to an operator who fails it. */
    sealed interface ToFail extends ProjectAnswer
            permits ProjectChanged, ProjectUnchanged, AlreadyFinal, NoSuchProject {}

    /** The answers to an operator's retry. */
    sealed interface ToRetry extends ProjectAnswer
            permits ProjectChanged, CannotRetry, AlreadyFinal, NoSuchProject {}

    /** The answers to a payment that is for a project. */
    sealed interface ToFund extends ProjectAnswer
            permits ProjectChanged, ProjectUnchanged, NotAwaitingPayment, NoSuchProject {}

    /** It does not wait for this payment: it was paid otherwise, or has ended. */
    record NotAwaitingPayment(Project project) implements ToFund {}

    /** It is like this now. */
    record ProjectChanged(Project project) implements ToReport, ToCancel, ToFail, ToRetry, ToFund {}

    /** It was like this before, by the same command or report. */
    record ProjectUnchanged(Project project) implements ToReport, ToCancel, ToFail, ToFund {}

    /** The report says the opposite of what is final; kept as an event, nothing changed. */
    record ReportContradicted(Project project, String why) implements ToReport {}

    /** It cannot be cancelled any more, or not for certain. */
    record CannotCancel(Project project, String why) implements ToCancel {}

    /** It ended before. */
    record AlreadyFinal(Project project) implements ToCancel, ToFail, ToRetry {}

    /** Its run has not certainly ended; a second run would be paid twice. */
    record CannotRetry(Project project, String why) implements ToRetry {}

    /** There is no project of this id. */
    record NoSuchProject() implements ToReport, ToCancel, ToFail, ToRetry, ToFund {}
}
