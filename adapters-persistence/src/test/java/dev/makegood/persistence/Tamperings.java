package dev.makegood.persistence;

import dev.makegood.persistence.Tampering.FoundBy;
import java.util.List;
import java.util.stream.Stream;

/** The ways to change the books that are tried, in every table. */
final class Tamperings {

    private static final String LAST_OF_EVE =
            "customer_id = :eve and sequence = (select max(sequence) from makegood.%s where customer_id = :eve)";

    private static final String BASE_OF_ADA =
            "customer_id = :ada and sequence = (select base_sequence from makegood.customer where customer_id = :ada)";

    static final List<Tampering> ALL = Stream.of(
            found("more credits available",
                    "update makegood.customer set available = available + 1 where customer_id = :ada"),
            found("fewer credits held",
                    "update makegood.customer set held = held - 1 where customer_id = :ada"),
            found("another head of the transfers",
                    "update makegood.customer set chain_head = decode(repeat('00', 32), 'hex') where customer_id = :ada"),
            found("another head of the events",
                    "update makegood.customer set event_head = decode(repeat('00', 32), 'hex') where customer_id = :ada"),
            found("a customer's events counted from none",
                    "update makegood.customer set event_sequence = 0 where customer_id = :ada"),
            found("more completed projects counted",
                    "update makegood.customer set projects_completed = projects_completed + 1 where customer_id = :ada"),
            found("fewer credits counted as used",
                    "update makegood.customer set credits_used = credits_used - 1 where customer_id = :ada"),
            found("an identity in the customer's row only",
                    "update makegood.customer set subject = 'mallory' where customer_id = :ada"),
            found("an identity that leads to another customer",
                    "update makegood.customer_identity set customer_id = :bob where subject = 'ada'"),
            found("the row of a customer removed, the rest left",
                    "delete from makegood.customer where customer_id = :bob"),
            found("the amount of a transfer",
                    "update makegood.transfer set amount = amount + 1 where customer_id = :ada and sequence = 3"),
            found("the reason of a transfer",
                    "update makegood.transfer set reason = 'other' where customer_id = :ada and sequence = 2"),
            found("a transfer removed",
                    "delete from makegood.transfer where customer_id = :ada and sequence = 4"),
            found("the newest transfer cut off, its event left",
                    "delete from makegood.credit_grant where customer_id = :bob and source = 'compensation'",
                    "delete from makegood.transfer where customer_id = :bob and sequence = 2",
                    "update makegood.customer set (ledger_sequence, chain_head, available) = (select sequence, hash, available_after from makegood.transfer where customer_id = :bob and sequence = 1) where customer_id = :bob"),
            found("all transfers of a customer written anew, the events left",
                    "update makegood.transfer set reason = 'other' where customer_id = :bob and sequence = 1",
                    "update makegood.event set state_hash = null where customer_id = :bob",
                    "rechain :bob",
                    "update makegood.event set state_hash = decode(repeat('ab', 32), 'hex') where customer_id = :bob and sequence = 1"),
            found("the expiry of a grant",
                    "update makegood.credit_grant set expires_at = expires_at + interval '1 year', open_until = open_until + interval '1 year' where customer_id = :ada and expires_at is not null"),
            found("until when a grant is open",
                    "update makegood.credit_grant set open_until = open_until + interval '1 year' where customer_id = :ada and expires_at is not null"),
            found("the priority of a grant",
                    "update makegood.credit_grant set priority = 1 where customer_id = :ada and expires_at is not null"),
            found("the source of a grant",
                    "update makegood.credit_grant set source = 'signup' where customer_id = :ada and source = 'promotion' and expires_at is not null"),
            found("the credits of a grant",
                    "update makegood.credit_grant set credits = credits + 1 where customer_id = :ada and source = 'purchase'"),
            found("what is left moved from one grant to another",
                    "update makegood.credit_grant set credits_remaining = credits_remaining - 1 where customer_id = :ada and credits = 500",
                    "update makegood.credit_grant set credits = 61, credits_remaining = credits_remaining + 1 where customer_id = :ada and source = 'signup'"),
            found("what was clawed back of a grant",
                    "update makegood.credit_grant set clawed_back = 0 where customer_id = :ada and clawed_back > 0"),
            found("a grant removed",
                    "delete from makegood.credit_grant where customer_id = :ada and source = 'signup'"),
            found("less counted as refunded of a capture",
                    "update makegood.capture set refunded = 0 where customer_id = :ada"),
            found("more counted as captured",
                    "update makegood.capture set captured = captured + 1 where customer_id = :ada"),
            found("the result of a project",
                    "update makegood.project set result = 'https://evil.example' where customer_id = :ada and state = 'completed'"),
            found("the message of a failed project",
                    "update makegood.project set error_message = 'other' where customer_id = :ada and state = 'failed'"),
            found("the prompt of a project",
                    "update makegood.project set prompt = 'other' where customer_id = :ada and state = 'completed'"),
            found("the quoted price of a project",
                    "update makegood.project set price_credits = price_credits + 1 where customer_id = :ada and state = 'completed'"),
            found("the pipeline of a project",
                    "update makegood.project set pipeline = 'other' where customer_id = :ada and state = 'pending'"),
            found("the run of a project",
                    "update makegood.project set run_id = 'other' where customer_id = :ada and state = 'processing'"),
            found("the owner of a project",
                    "update makegood.project set customer_id = :bob where customer_id = :ada and state = 'failed'",
                    "update makegood.project_ref set customer_id = :bob where project_id in (select id from makegood.project where customer_id = :bob)"),
            found("a project removed",
                    "delete from makegood.project where customer_id = :ada and state = 'failed'"),
            found("the facts of an event",
                    "update makegood.event set facts = facts || '{\"actor\": \"nobody\"}' where customer_id = :ada and sequence = 2"),
            found("the moment of an event",
                    "update makegood.event set occurred_at = occurred_at + interval '1 second' where customer_id = :ada and sequence = 2"),
            found("an event removed",
                    "delete from makegood.event where customer_id = :ada and sequence = 2"),
            found("the newest events cut off",
                    "delete from makegood.event where " + LAST_OF_EVE.formatted("event")),
            found("an event added",
                    "insert into makegood.event select customer_id, sequence + 1, occurred_at, event_type, facts, state_hash, hash from makegood.event where "
                            + LAST_OF_EVE.formatted("event")),
            found("the amount of a payment, as billed and as paid",
                    "update makegood.payment set amount = amount + 1, paid_amount = paid_amount + 1 where customer_id = :ada and state = 'succeeded'"),
            found("the currency of a payment",
                    "update makegood.payment set currency = 'USD' where customer_id = :ada and state = 'open'"),
            found("the gateway's reference of what was paid",
                    "update makegood.payment set paid_ref = 'other' where customer_id = :ada and state = 'succeeded'"),
            found("the owner of a payment",
                    "update makegood.payment set customer_id = :bob where customer_id = :ada and state = 'open'",
                    "update makegood.payment_ref set customer_id = :bob where payment_id in (select id from makegood.payment where customer_id = :bob)",
                    "update makegood.gateway_ref set customer_id = :bob where payment_id in (select id from makegood.payment where customer_id = :bob)"),
            found("the credits of a pack that was bought",
                    "update makegood.payment set pack_credits = pack_credits + 1 where customer_id = :ada and state = 'open' and purpose = 'pack'"),
            found("the amount of a refund",
                    "update makegood.payment set refund_amount = array[1::bigint] where customer_id = :ada and cardinality(refund_amount) = 1"),
            found("a payment removed",
                    "delete from makegood.payment where customer_id = :ada and state = 'open' and purpose = 'pack'"),
            found("a refund removed from the history",
                    "delete from makegood.payment_refund where customer_id = :ada"),
            found("the moment of a refund in the history",
                    "update makegood.payment_refund set refunded_at = refunded_at - interval '1 day' where customer_id = :ada"),
            found("the task that submits a project removed",
                    "delete from makegood.task where customer_id = :ada and kind = 'submit_project'"),
            found("the task that polls a run removed",
                    "delete from makegood.task where customer_id = :ada and kind = 'poll_run'"),
            found("the task that polls a payment removed",
                    "delete from makegood.task where customer_id = :ada and kind = 'poll_payment'"),
            found("the task that expires a grant removed",
                    "delete from makegood.task where customer_id = :ada and kind = 'expire_grant'"),
            found("the task that withdraws an unpaid request removed",
                    "delete from makegood.task where customer_id = :ada and kind = 'abandon_unpaid_project'"),
            found("a project that leads to another customer",
                    "update makegood.project_ref set customer_id = :bob where customer_id = :ada"),
            found("a project removed from the directory",
                    "delete from makegood.project_ref where customer_id = :ada"),
            found("a run that leads to another project",
                    "update makegood.run_ref set project_id = (select id from makegood.project where customer_id = :ada and state = 'completed') where customer_id = :ada"),
            found("a payment removed from the directory",
                    "delete from makegood.payment_ref where customer_id = :ada"),
            found("a gateway's reference that leads to another customer",
                    "update makegood.gateway_ref set customer_id = :bob where customer_id = :ada"),
            found("the provider of a request for a generation",
                    "update makegood.generation_request set provider = 'other' where customer_id = :ada"),
            found("the price of a request for a generation",
                    "update makegood.generation_request set price = 1 where customer_id = :ada"),
            found("a request marked as paid",
                    "update makegood.generation_request set is_paid = true where customer_id = :ada and not is_paid"),
            found("an event to deliver that never was",
                    "insert into makegood.outbox values (:ada, 999)"),
            found("a stored answer that no request could have",
                    "insert into makegood.idempotent_request values (:ada, 'POST /x', 'key', 'not a hash', :ada, '2026-01-01', 200, '{}')"),
            found("an API key added",
                    "insert into makegood.api_key values ('AAAAAAAAAAAA', 'operator', 'mine', repeat('0', 64), '2026-01-01')"),
            found("the role of an API key",
                    "update makegood.api_key set role = 'operator' where role = 'app'"),
            found("an API key that is not revoked any more",
                    "update makegood.api_key set revoked_at = null where revoked_at is not null"),
            found("the price of an operation",
                    "update makegood.operation set base_price = 1 where path = 'story-editor/still'"),
            found("the prices of a hostname",
                    "update makegood.calculation set total = array[1::bigint] where hostname = 'example.com'"),
            anchored("the newest transfer cut off, with its grant, its event and both heads",
                    cutNewestOfEve(2)),
            anchored("all hashes of a customer computed anew, with another reason of a transfer",
                    "update makegood.transfer set reason = 'other' where customer_id = :ada and sequence = 1",
                    "rechain :ada"),
            anchored("all hashes of a customer computed anew, with another result of a project",
                    "update makegood.project set result = 'https://evil.example' where customer_id = :ada and state = 'completed'",
                    "update makegood.event set facts = facts || '{\"result\": \"https://evil.example\"}' where customer_id = :ada and event_type = 'project.completed'",
                    "rechain :ada"),
            anchored(
                    "all hashes of a customer computed anew, with another description of a payment",
                    "update makegood.payment set description = 'other' where customer_id = :ada",
                    "rechain :ada"),
            anchored("a customer removed from every table",
                    "delete from makegood.credit_grant where customer_id = :bob",
                    "delete from makegood.transfer where customer_id = :bob",
                    "delete from makegood.outbox where customer_id = :bob",
                    "delete from makegood.event where customer_id = :bob",
                    "delete from makegood.customer_identity where customer_id = :bob",
                    "delete from makegood.customer where customer_id = :bob"),
            missed("what came after the newest anchor cut off, with its grant, its event and both heads",
                    cutNewestOfEve(1)),
            missed("an identity in every table",
                    "update makegood.customer set subject = 'mallory' where customer_id = :ada",
                    "update makegood.customer_identity set subject = 'mallory' where customer_id = :ada"),
            missed("the moment a task is due",
                    "update makegood.task set due_at = due_at + interval '1 year'"),
            missed("an event never delivered",
                    "delete from makegood.outbox where customer_id = :ada"),
            missed("a notice forgotten", "delete from makegood.notice"),
            missed("the price of a pack", "update makegood.credit_pack set price = 1"))
            .toList();

    /** Tried only on books of which events were cut. */
    static final List<Tampering> OF_ARCHIVED = Stream.of(
            found("the base changed",
                    "update makegood.event set facts = facts || '{\"kept\": \"1\"}' where "
                            + BASE_OF_ADA),
            found("the base removed",
                    "delete from makegood.outbox where " + BASE_OF_ADA,
                    "delete from makegood.event where " + BASE_OF_ADA),
            found("the base of another customer",
                    "update makegood.event set facts = (select facts from makegood.event where customer_id = :bob and event_type = 'books.closed') where "
                            + BASE_OF_ADA),
            found("another event named as the base",
                    "update makegood.customer set base_sequence = 2 where customer_id = :ada"),
            found("no base named",
                    "update makegood.customer set base_sequence = 0 where customer_id = :ada"),
            found("an event that was kept removed",
                    "delete from makegood.event where customer_id = :ada and sequence = (select min(sequence) from makegood.event where customer_id = :ada and event_type = 'project.completed')"),
            found("events cut without a base",
                    "delete from makegood.event where customer_id = :eve and sequence = 1"),
            anchored(
                    "the base forged, with an event that was kept removed and all hashes computed anew",
                    "delete from makegood.event where customer_id = :ada and facts ->> 'expiresAt' is not null",
                    "update makegood.credit_grant set priority = 1 where customer_id = :ada and expires_at is not null",
                    "rechain :ada"),
            anchored("the books closed anew and cut deeper than the anchor",
                    "delete from makegood.outbox where customer_id = :ada", "cut :ada"))
            .toList();

    private Tamperings() {}

    /** Eve has grants of their own transfers and events, the last of them after the anchor. */
    private static String[] cutNewestOfEve(int lines) {
        return Stream.iterate(0, line -> line < lines, line -> line + 1)
                .flatMap(line -> Stream.of(
                        "delete from makegood.credit_grant where customer_id = :eve and id = (select id from makegood.transfer where "
                                + LAST_OF_EVE.formatted("transfer") + ")",
                        "delete from makegood.transfer where " + LAST_OF_EVE.formatted("transfer"),
                        "delete from makegood.outbox where " + LAST_OF_EVE.formatted("outbox"),
                        "delete from makegood.event where " + LAST_OF_EVE.formatted("event"),
                        "update makegood.customer set (ledger_sequence, chain_head, available) = (select sequence, hash, available_after from makegood.transfer where "
                                + LAST_OF_EVE.formatted("transfer") + ") where customer_id = :eve",
                        "update makegood.customer set (event_sequence, event_head) = (select sequence, hash from makegood.event where "
                                + LAST_OF_EVE.formatted("event") + ") where customer_id = :eve"))
                .toArray(String[]::new);
    }

    private static Tampering found(String name, String... sql) {
        return new Tampering(name, FoundBy.VERIFY, List.of(sql));
    }

    private static Tampering anchored(String name, String... sql) {
        return new Tampering(name, FoundBy.ANCHOR, List.of(sql));
    }

    private static Tampering missed(String name, String... sql) {
        return new Tampering(name, FoundBy.NOTHING, List.of(sql));
    }
}
