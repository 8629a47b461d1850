package dev.makegood.unit.table;

import dev.makegood.customer.CustomerId;
import dev.makegood.project.Funding;
import dev.makegood.project.Project;
import dev.makegood.project.ProjectDetails;
import dev.makegood.project.ProjectId;
import dev.makegood.project.RunId;
import dev.makegood.unit.table.TableSchema.Changes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Projects, and the directories of projects and of their runs. */
public final class ProjectTables {

    private static final String[] RUN = {"attempt", "run_id", "sent_at", "started_at"};
    private static final String[] MOMENTS = {"attempt", "sent_at", "started_at"};
    private static final String[] END = {"result", "failure_reason", "error_message"};
    private static final String[] FAILURE = {"failure_reason", "error_message"};

    public static final TableSchema PROJECT = TableSchema.named("project", Changes.UPDATES)
            .unique("project_pk", "customer_id", "id")
            .check("state_of_project_is_known", row -> row.is("state",
                    "awaiting_payment", "pending", "sent", "processing", "completed", "failed"))
            .check("status_follows_state",
                    row -> row.is("state", "awaiting_payment", "sent") ? row.is("status", "pending")
                            : row.areEqual("status", "state"))
            .check("a_project_is_paid_in_one_way", ProjectTables::isPaidInOneWay)
            .check("a_hold_holds_something", row -> row.isAtLeast(1, "credits_held"))
            .check("price_is_never_negative",
                    row -> row.isAtLeast(0, "price_base", "price_credits"))
            .check("awaiting_payment_has_no_run", row -> !row.is("state", "awaiting_payment")
                    || (row.is("funding", "unpaid")
                            && row.nonNulls(RUN) == 0
                            && row.nonNulls(END) == 0))
            .check("pending_has_an_attempt", row -> !row.is("state", "pending")
                    || (row.nonNulls("attempt") == 1
                            && row.nonNulls(RUN) == 1
                            && row.nonNulls(END) == 0))
            .check("sent_has_its_moment", row -> !row.is("state", "sent")
                    || (row.nonNulls("attempt", "sent_at") == 2
                            && row.nonNulls(RUN) == 2
                            && row.nonNulls(END) == 0))
            .check("processing_has_a_run", row -> !row.is("state", "processing")
                    || (row.nonNulls("attempt", "run_id", "started_at") == 3
                            && row.nonNulls(RUN) == 3
                            && row.nonNulls(END) == 0))
            .check("completed_has_a_result", row -> !row.is("state", "completed")
                    || (row.nonNulls("result") == 1
                            && row.nonNulls(MOMENTS) == 0
                            && row.nonNulls(FAILURE) == 0))
            .check("failed_has_a_reason", row -> !row.is("state", "failed")
                    || (row.nonNulls(FAILURE) == 2
                            && row.nonNulls(MOMENTS) == 0
                            && row.nonNulls("result") == 0))
            .check("only_what_may_be_sent_has_a_first_sending",
                    row -> row.nulls("first_sent_at") == 1 || row.is("state", "pending", "sent"))
            .check("what_was_sent_was_sent_a_first_time", row -> !row.is("state", "sent")
                    || (row.nonNulls("first_sent_at") == 1
                            && !row.isAfter("first_sent_at", "sent_at")))
            .check("reason_of_failure_is_known", row -> row.is("failure_reason",
                    "pipeline_error", "submission_failed", "timed_out", "attempts_exhausted",
                    "cancelled", "payment_abandoned"))
            .check("attempts_count_from_one", row -> row.isAtLeast(1, "attempt"))
            .check("an_open_project_refunded_nothing",
                    row -> row.is("state", "completed", "failed")
                            || row.number("credits_refunded") == 0)
            .check("a_failed_project_refunded_everything", row -> !row.is("state", "failed")
                    || row.areEqual("credits_refunded", "credits_used"))
            .check("no_more_is_refunded_than_was_used",
                    row -> row.isWithin("credits_refunded", "credits_used"))
            .check("no_more_is_used_than_was_held", row -> row.nulls("credits_held") == 1
                    || row.number("credits_used") <= row.number("credits_held"))
            .check("an_open_project_uses_what_is_held", row -> row.is("state", "completed")
                    || row.number("credits_used") == row.number("credits_held"))
            .references("project_has_a_customer", "customer", "customer_id");

    public static final TableSchema PROJECT_REF = TableSchema.named("project_ref", Changes.NONE)
            .unique("project_ref_pk", "project_id");

    public static final TableSchema RUN_REF = TableSchema.named("run_ref", Changes.NONE)
            .unique("run_ref_pk", "run", "pipeline");

    static final List<TableSchema> ALL = List.of(PROJECT, PROJECT_REF, RUN_REF);

    private ProjectTables() {}

    private static boolean isPaidInOneWay(Row row) {
        int credits = row.nonNulls("hold_id", "credits_held");
        int money = row.nonNulls("payment_id");
        return (row.is("funding", "credits") && credits == 2 && money == 0)
                || (row.is("funding", "money") && credits == 0 && money == 1)
                || (row.is("funding", "unpaid", "free") && credits == 0 && money == 0);
    }

    public static Row project(Project project) {
        var row = details(project.details())
                .set("status", project.status().label())
                .set("credits_used", project.creditsUsed().amount())
                .set("credits_refunded", project.creditsRefunded().amount())
                .set("updated_at", project.updatedAt());
        return switch (project) {
            case Project.AwaitingPayment p -> row.set("state", "awaiting_payment");
            case Project.Pending p ->
                    row.set("state", "pending")
                            .set("attempt", (long) p.attempt())
                            .set("first_sent_at", p.firstSentAt());
            case Project.Sent p -> row.set("state", "sent")
                    .set("attempt", (long) p.attempt())
                    .set("first_sent_at", p.firstSentAt())
                    .set("sent_at", p.sentAt());
            case Project.Processing p -> row.set("state", "processing")
                    .set("attempt", (long) p.attempt())
                    .set("run_id", p.run().value())
                    .set("started_at", p.startedAt());
            case Project.Completed p -> row.set("state", "completed")
                    .set("result", p.result())
                    .set("run_id", text(p.run()));
            case Project.Failed p -> row.set("state", "failed")
                    .set("failure_reason", p.failure().reason().label())
                    .set("error_message", p.failure().message())
                    .set("run_id", text(p.run()));
        };
    }

    private static @Nullable String text(@Nullable RunId run) {
        return run == null ? null : run.value();
    }

    private static Row details(ProjectDetails details) {
        var row = Row.empty()
                .set("customer_id", details.customer().value())
                .set("id", details.id().value())
                .set("price_base", details.quote().basePrice())
                .set("price_credits", details.quote().credits().amount())
                .set("pipeline", details.pipeline())
                .set("created_at", details.createdAt());
        return switch (details.funding()) {
            case Funding.ByCredits f -> row.set("funding", "credits")
                    .set("hold_id", f.hold().value())
                    .set("credits_held", f.held().amount());
            case Funding.ByMoney f -> row.set("funding", "money").set("payment_id", f.payment());
            case Funding.Unpaid f -> row.set("funding", "unpaid");
            case Funding.Free f -> row.set("funding", "free");
        };
    }

    public static Row projectRef(ProjectId project, CustomerId customer) {
        return Row.empty()
                .set("project_id", project.value())
                .set("customer_id", customer.value());
    }

    public static Row runRef(String pipeline, RunId run, CustomerId customer, ProjectId project) {
        return Row.empty()
                .set("run", run.value())
                .set("pipeline", pipeline)
                .set("customer_id", customer.value())
                .set("project_id", project.value());
    }
}
