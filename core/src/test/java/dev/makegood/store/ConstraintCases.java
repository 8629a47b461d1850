package dev.makegood.store;

import static dev.makegood.store.RowChange.ANOTHER_ID;
import static dev.makegood.store.RowChange.copyRefusedBy;
import static dev.makegood.store.RowChange.refusedBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each named constraint of the tables, with a change that it refuses and no other constraint refuses before it: checks are
 * tried by name, then keys, then references. A new constraint is added here, and to its table in memory.
 */
public final class ConstraintCases {

    private static final long UNUSED_NUMBER = 9_999;

    /** What the application may do to a row that is there: history is only ever added to. */
    static final Map<String, Set<String>> CHANGES_ALLOWED = Map.ofEntries(
            Map.entry("customer", Set.of("update")),
            Map.entry("customer_identity", Set.of()),
            Map.entry("transfer", Set.of()),
            Map.entry("credit_grant", Set.of("update")),
            Map.entry("capture", Set.of("update")),
            Map.entry("project", Set.of("update")),
            Map.entry("project_ref", Set.of()),
            Map.entry("run_ref", Set.of()),
            Map.entry("task", Set.of("update", "delete")),
            Map.entry("event", Set.of()),
            Map.entry("outbox", Set.of("delete")),
            Map.entry("idempotent_request", Set.of("update", "delete")),
            Map.entry("payment", Set.of("update")),
            Map.entry("payment_refund", Set.of()),
            Map.entry("payment_ref", Set.of()),
            Map.entry("gateway_ref", Set.of()),
            Map.entry("notice", Set.of()),
            Map.entry("generation_request", Set.of("update")),
            Map.entry("api_key", Set.of("update")),
            Map.entry("calculation", Set.of("update", "delete")),
            Map.entry("credit_pack", Set.of("update")));

    static final List<RowChange> ALL = List.of(
            copyRefusedBy("customer_pk", "customer"),
            refusedBy("identity_is_whole", "customer").set("provider", null),
            refusedBy("available_is_never_negative", "customer").set("available", -1L),
            refusedBy("held_is_never_negative", "customer").set("held", -1L),
            refusedBy("debt_is_never_negative", "customer").set("debt", -1L),
            refusedBy("debt_is_settled_first", "customer").set("available", 1L).set("debt", 1L),
            refusedBy("sequences_count_from_zero", "customer").set("event_sequence", -1L),
            refusedBy("chain_head_is_a_hash", "customer").set("chain_head", new byte[31]),
            refusedBy("event_head_is_a_hash", "customer").set("event_head", new byte[31]),
            refusedBy("projects_are_counted_from_zero", "customer").set("projects_failed", -1L),
            refusedBy("credits_are_counted_from_zero", "customer").set("credits_refunded", -1L),
            copyRefusedBy("customer_identity_pk", "customer_identity"),

            copyRefusedBy("transfer_pk", "transfer").where("kind", "grant")
                    .set("sequence", UNUSED_NUMBER),
            copyRefusedBy("transfers_have_their_own_number", "transfer").where("kind", "grant")
                    .set("id", ANOTHER_ID),
            copyRefusedBy("a_hold_is_settled_once", "transfer").where("kind", "capture")
                    .set("id", ANOTHER_ID)
                    .set("sequence", UNUSED_NUMBER),
            refusedBy("kind_of_transfer_is_known", "transfer").where("kind", "grant")
                    .set("kind", "gift"),
            refusedBy("a_transfer_moves_something", "transfer").set("amount", 0L),
            refusedBy("only_captures_and_releases_settle", "transfer").where("kind", "capture")
                    .set("settles", null),
            refusedBy("parts_are_whole", "transfer").where("kind", "grant")
                    .set("part_credits", List.of(1L, 2L)),
            refusedBy("transfers_count_from_one", "transfer").set("sequence", 0L),
            refusedBy("balances_after_are_never_negative", "transfer").set("debt_after", -1L),
            refusedBy("hashes_are_hashes", "transfer").set("previous_hash", new byte[33]),
            copyRefusedBy("transfer_has_a_customer", "transfer").where("kind", "grant")
                    .set("customer_id", ANOTHER_ID),
            copyRefusedBy("a_settlement_has_a_hold", "transfer").where("kind", "capture")
                    .set("id", ANOTHER_ID)
                    .set("sequence", UNUSED_NUMBER)
                    .set("settles", ANOTHER_ID),

            copyRefusedBy("credit_grant_pk", "credit_grant"),
            refusedBy("source_of_grant_is_known", "credit_grant").set("source", "gift"),
            refusedBy("a_grant_grants_something", "credit_grant").set("credits", 0L)
                    .set("credits_remaining", 0L)
                    .set("is_open", false),
            refusedBy("priority_is_0_to_100", "credit_grant").set("priority", 101L),
            refusedBy("no_more_remains_than_was_granted", "credit_grant")
                    .set("credits_remaining", UNUSED_NUMBER),
            refusedBy("no_more_is_clawed_back_than_was_granted", "credit_grant")
                    .set("clawed_back", UNUSED_NUMBER),
            refusedBy("what_never_expires_stays_open", "credit_grant").set("open_until", null),
            refusedBy("a_grant_is_open_while_credits_remain", "credit_grant").set("is_open", false),
            copyRefusedBy("a_grant_has_a_transfer", "credit_grant").set("id", ANOTHER_ID),

            copyRefusedBy("capture_pk", "capture"),
            refusedBy("no_more_is_refunded_than_was_captured", "capture")
                    .set("refunded", UNUSED_NUMBER),
            copyRefusedBy("a_refunded_capture_has_a_transfer", "capture").set("id", ANOTHER_ID),

            copyRefusedBy("project_pk", "project"),
            refusedBy("state_of_project_is_known", "project").where("state", "pending")
                    .set("state", "paused")
                    .set("status", "paused"),
            refusedBy("status_follows_state", "project").where("state", "pending")
                    .set("status", "completed"),
            refusedBy("a_project_is_paid_in_one_way", "project").where("state", "pending")
                    .set("payment_id", ANOTHER_ID),
            refusedBy("a_hold_holds_something", "project").where("funding", "credits")
                    .set("credits_held", 0L),
            refusedBy("price_is_never_negative", "project").set("price_credits", -1L),
            refusedBy("awaiting_payment_has_no_run", "project").where("state", "awaiting_payment")
                    .set("attempt", 1L),
            refusedBy("pending_has_an_attempt", "project").where("state", "pending")
                    .set("attempt", null),
            refusedBy("sent_has_its_moment", "project").where("state", "sent").set("sent_at", null),
            refusedBy("processing_has_a_run", "project").where("state", "processing")
                    .set("run_id", null),
            refusedBy("completed_has_a_result", "project").where("state", "completed")
                    .set("result", null),
            refusedBy("failed_has_a_reason", "project").where("state", "failed")
                    .set("error_message", null),
            refusedBy("only_what_may_be_sent_has_a_first_sending", "project")
                    .where("state", "completed")
                    .set("first_sent_at", Instant.EPOCH),
            refusedBy("what_was_sent_was_sent_a_first_time", "project").where("state", "sent")
                    .set("first_sent_at", null),
            refusedBy("reason_of_failure_is_known", "project").where("state", "failed")
                    .set("failure_reason", "bad luck"),
            refusedBy("attempts_count_from_one", "project").where("state", "sent")
                    .set("attempt", 0L),
            refusedBy("an_open_project_refunded_nothing", "project").where("state", "pending")
                    .set("credits_refunded", 1L),
            refusedBy("a_failed_project_refunded_everything", "project").where("state", "failed")
                    .set("credits_refunded", 1L),
            refusedBy("no_more_is_refunded_than_was_used", "project").where("state", "completed")
                    .set("credits_refunded", UNUSED_NUMBER),
            refusedBy("no_more_is_used_than_was_held", "project").where("funding", "credits")
                    .set("credits_used", UNUSED_NUMBER),
            refusedBy("an_open_project_uses_what_is_held", "project").where("state", "pending")
                    .set("credits_used", 1L),
            copyRefusedBy("project_has_a_customer", "project").set("customer_id", ANOTHER_ID),
            copyRefusedBy("project_ref_pk", "project_ref"),
            copyRefusedBy("run_ref_pk", "run_ref"),

            copyRefusedBy("task_pk", "task"),
            refusedBy("bucket_is_one_of_256", "task").set("bucket", 256L),
            refusedBy("attempts_and_fence_count_up", "task").set("fence", -1L),
            copyRefusedBy("task_has_a_customer", "task").set("customer_id", ANOTHER_ID),
            copyRefusedBy("event_pk", "event"),
            refusedBy("events_count_from_one", "event").set("sequence", 0L),
            refusedBy("hashes_of_events_are_hashes", "event").set("hash", new byte[31]),
            copyRefusedBy("event_has_a_customer", "event").set("customer_id", ANOTHER_ID),
            copyRefusedBy("outbox_pk", "outbox"),
            copyRefusedBy("outbox_row_has_an_event", "outbox").set("sequence", UNUSED_NUMBER),
            copyRefusedBy("idempotent_request_pk", "idempotent_request"),
            refusedBy("a_response_is_whole", "idempotent_request").set("response_status", 200L),
            copyRefusedBy("idempotent_request_has_a_customer", "idempotent_request")
                    .set("customer_id", ANOTHER_ID),

            copyRefusedBy("payment_pk", "payment"),
            refusedBy("state_of_payment_is_known", "payment").where("state", "billed")
                    .set("state", "lost"),
            refusedBy("status_of_payment_follows_state", "payment").where("state", "billed")
                    .set("status", "succeeded"),
            refusedBy("a_payment_is_of_something", "payment").where("state", "billed")
                    .set("amount", 0L),
            refusedBy("a_payment_has_one_purpose", "payment").where("purpose", "project")
                    .set("pack_name", "starter"),
            refusedBy("only_what_can_be_paid_has_a_checkout", "payment").where("state", "open")
                    .set("checkout_url", null),
            refusedBy("only_what_was_paid_says_how", "payment").where("state", "succeeded")
                    .set("payment_method", null),
            refusedBy("only_what_was_paid_has_details_of_its_method", "payment")
                    .where("state", "billed")
                    .set("payment_method_details", "{}"),
            refusedBy("only_what_did_not_succeed_says_why", "payment").where("state", "failed")
                    .set("reason", null),
            refusedBy("what_succeeded_was_paid_in_the_currency_billed", "payment")
                    .where("state", "succeeded")
                    .set("paid_currency", "XXX"),
            refusedBy("refunds_are_whole", "payment").where("state", "succeeded")
                    .set("refund_key", List.of("one", "two")),
            refusedBy("disputes_are_whole", "payment").where("state", "succeeded")
                    .set("dispute_key", List.of("one", "two")),
            copyRefusedBy("payment_has_a_customer", "payment").set("customer_id", ANOTHER_ID),
            copyRefusedBy("payment_refund_pk", "payment_refund"),
            copyRefusedBy("payment_refund_has_a_payment", "payment_refund").set("id", ANOTHER_ID)
                    .set("payment_id", ANOTHER_ID),
            copyRefusedBy("payment_ref_pk", "payment_ref"),
            copyRefusedBy("gateway_ref_pk", "gateway_ref"),
            copyRefusedBy("notice_pk", "notice"),

            copyRefusedBy("generation_request_pk", "generation_request"),
            copyRefusedBy("generation_request_waits_once", "generation_request")
                    .where("is_closed", false)
                    .set("id", ANOTHER_ID),
            refusedBy("a_free_request_is_never_paid", "generation_request").set("price", 0L)
                    .set("is_paid", true),
            refusedBy("a_paid_request_is_not_closed", "generation_request").set("is_paid", true)
                    .set("is_closed", true),
            copyRefusedBy("generation_request_is_a_project", "generation_request")
                    .set("id", ANOTHER_ID)
                    .set("hostname", "another.example"),

            copyRefusedBy("api_key_pk", "api_key"),
            refusedBy("role_is_known", "api_key").set("role", "king"),
            copyRefusedBy("calculation_pk", "calculation"),
            refusedBy("prices_are_whole", "calculation").set("total", List.of(1L, 2L)),
            copyRefusedBy("credit_pack_pk", "credit_pack"),
            refusedBy("a_pack_sells_something_for_something", "credit_pack").set("bonus", -1L));

    private ConstraintCases() {}

    static Set<String> names() {
        return ALL.stream()
                .map(RowChange::constraint)
                .collect(toUnmodifiableSet());
    }
}
