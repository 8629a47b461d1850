package dev.makegood.project;

/** The kinds of tasks about a project. They are stored: none ever changes. */
public final class ProjectTasks {

    /** Sends a project to its pipeline. */
    public static final String SUBMIT = "submit_project";

    /** Polls a pipeline about a run. */
    public static final String POLL = "poll_run";

    /** Refunds the payment of a failed project; its subject is the payment. */
    public static final String REFUND_PAYMENT = "refund_project_payment";

    private ProjectTasks() {}
}
