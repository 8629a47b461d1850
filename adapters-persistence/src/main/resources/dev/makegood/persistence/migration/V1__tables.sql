-- What belongs to a customer begins with customer_id. What is unique in the whole world lives in a
-- directory keyed by the value itself. Ids and times come from the application.

-- One row per customer: it is the lock, the balances, the ends of both sequences, and the figures.
create table customer (
    customer_id uuid not null,
    provider varchar(32),
    subject varchar(200),
    created_at timestamptz,
    available bigint not null default 0,
    held bigint not null default 0,
    debt bigint not null default 0,
    ledger_sequence bigint not null default 0,
    chain_head bytea not null default decode(repeat('00', 32), 'hex'),
    event_sequence bigint not null default 0,
    projects_pending bigint not null default 0,
    projects_processing bigint not null default 0,
    projects_completed bigint not null default 0,
    projects_failed bigint not null default 0,
    credits_used bigint not null default 0,
    credits_refunded bigint not null default 0,
    constraint customer_pk
        primary key (customer_id),
    constraint identity_is_whole
        check (num_nulls(provider, subject, created_at) in (0, 3)),
    constraint available_is_never_negative
        check (available >= 0),
    constraint held_is_never_negative
        check (held >= 0),
    constraint debt_is_never_negative
        check (debt >= 0),
    constraint debt_is_settled_first
        check (available = 0 or debt = 0),
    constraint sequences_count_from_zero
        check (ledger_sequence >= 0 and event_sequence >= 0),
    constraint chain_head_is_a_hash
        check (octet_length(chain_head) = 32),
    constraint projects_are_counted_from_zero
        check (least(projects_pending, projects_processing, projects_completed, projects_failed) >= 0),
    constraint credits_are_counted_from_zero
        check (least(credits_used, credits_refunded) >= 0)
) with (fillfactor = 60);

-- Directory: whose identity is it?
create table customer_identity (
    provider varchar(32) not null,
    subject varchar(200) not null,
    customer_id uuid not null,
    constraint customer_identity_pk
        primary key (subject, provider)
);

-- The lines of the ledger: never changed, never deleted.
create table transfer (
    customer_id uuid not null,
    id uuid not null,
    sequence bigint not null,
    kind varchar(20) not null,
    amount bigint not null,
    settles uuid,
    part_grant uuid[] not null,
    part_credits bigint[] not null,
    part_time_left_us bigint[] not null,
    about_kind varchar(20) not null,
    about_id uuid not null,
    reason varchar(500) not null,
    written_at timestamptz not null,
    available_after bigint not null,
    held_after bigint not null,
    debt_after bigint not null,
    previous bytea not null,
    hash bytea not null,
    constraint transfer_pk
        primary key (customer_id, id),
    constraint lines_have_their_own_number
        unique (customer_id, sequence),
    constraint a_hold_is_settled_once
        unique (customer_id, settles),
    constraint kind_of_transfer_is_known
        check (kind in (
            'grant', 'raise', 'lower', 'hold', 'capture', 'rest', 'release',
            'refund', 'expiry', 'take_back', 'owe', 'give_back', 'settle')),
    constraint a_transfer_moves_something
        check (amount > 0),
    constraint only_captures_and_releases_settle
        check ((settles is not null) = (kind in ('capture', 'release'))),
    constraint parts_are_whole
        check (
            cardinality(part_grant) = cardinality(part_credits)
            and cardinality(part_grant) = cardinality(part_time_left_us)),
    constraint lines_count_from_one
        check (sequence >= 1),
    constraint balances_after_are_never_negative
        check (least(available_after, held_after, debt_after) >= 0),
    constraint hashes_are_hashes
        check (octet_length(previous) = 32 and octet_length(hash) = 32)
);

create index transfer_about on transfer (customer_id, about_id);

-- Operators name a transfer by its id alone.
create index transfer_by_id on transfer (id);

-- What is left of what was granted.
create table credit_grant (
    customer_id uuid not null,
    id uuid not null,
    source varchar(20) not null,
    credits bigint not null,
    priority smallint not null,
    expires_at timestamptz,
    credits_left bigint not null,
    taken_back bigint not null,
    open_until timestamptz,
    granted_at timestamptz not null,
    sequence bigint not null,
    is_open boolean not null,
    constraint credit_grant_pk
        primary key (customer_id, id),
    constraint source_of_grant_is_known
        check (source in (
            'promotion', 'signup', 'weekly_bonus', 'compensation', 'adjustment', 'purchase')),
    constraint a_grant_gives_something
        check (credits > 0),
    constraint priority_is_0_to_100
        check (priority between 0 and 100),
    constraint no_more_is_left_than_was_granted
        check (credits_left between 0 and credits),
    constraint no_more_is_taken_back_than_was_granted
        check (taken_back between 0 and credits),
    constraint what_never_expires_stays_open
        check ((expires_at is null) = (open_until is null)),
    constraint a_grant_is_open_while_something_is_left
        check (is_open = (credits_left > 0))
) with (fillfactor = 80);

create index credit_grant_open on credit_grant (customer_id) where is_open;

-- How much of a capture was given back.
create table capture (
    customer_id uuid not null,
    id uuid not null,
    captured bigint not null,
    refunded bigint not null,
    constraint capture_pk
        primary key (customer_id, id),
    constraint no_more_is_refunded_than_was_captured
        check (refunded between 0 and captured)
);

-- One wide row per project: `state` is the model's, `status` the outside's (S1, S2).
create table project (
    customer_id uuid not null,
    id uuid not null,
    version bigint not null,
    state varchar(20) not null,
    status varchar(20) not null default 'pending',
    category varchar(50) not null,
    operation varchar(50) not null,
    multipliers varchar(50)[] not null,
    prompt text not null,
    inputs jsonb not null,
    metadata text not null,
    price_base numeric not null,
    price_factors jsonb not null,
    price_credits bigint not null,
    funding varchar(10) not null,
    hold uuid,
    held bigint,
    payment uuid,
    pipeline varchar(100) not null,
    created_at timestamptz not null,
    attempt integer,
    run varchar(200),
    sent_at timestamptz,
    started_at timestamptz,
    result text,
    failure_reason varchar(30),
    error_message text,
    credits_used bigint not null default 0,
    credits_refunded bigint not null default 0,
    updated_at timestamptz not null default now(),
    constraint project_pk
        primary key (customer_id, id),
    constraint state_of_project_is_known
        check (state in (
            'awaiting_payment', 'pending', 'sent', 'processing', 'completed', 'failed')),
    constraint status_follows_state
        check (status = case state
            when 'awaiting_payment' then 'pending'
            when 'sent' then 'pending'
            else state end),
    constraint a_project_is_paid_in_one_way
        check (
            (funding = 'credits' and num_nonnulls(hold, held) = 2 and payment is null)
            or (funding = 'money' and num_nonnulls(hold, held) = 0 and payment is not null)
            or (funding in ('unpaid', 'free') and num_nonnulls(hold, held, payment) = 0)),
    constraint a_hold_holds_something
        check (held > 0),
    constraint price_is_never_negative
        check (price_base >= 0 and price_credits >= 0),
    constraint awaiting_payment_has_no_run
        check (state <> 'awaiting_payment' or (
            funding = 'unpaid'
            and num_nonnulls(attempt, run, sent_at, started_at) = 0
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint pending_has_an_attempt
        check (state <> 'pending' or (
            attempt is not null
            and num_nonnulls(run, sent_at, started_at) = 0
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint sent_has_its_moment
        check (state <> 'sent' or (
            num_nonnulls(attempt, sent_at) = 2
            and num_nonnulls(run, started_at) = 0
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint processing_has_a_run
        check (state <> 'processing' or (
            num_nonnulls(attempt, run, started_at) = 3
            and sent_at is null
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint completed_has_a_result
        check (state <> 'completed' or (
            result is not null
            and num_nonnulls(attempt, run, sent_at, started_at) = 0
            and num_nonnulls(failure_reason, error_message) = 0)),
    constraint failed_has_a_reason
        check (state <> 'failed' or (
            num_nonnulls(failure_reason, error_message) = 2
            and num_nonnulls(attempt, run, sent_at, started_at) = 0
            and result is null)),
    constraint reason_of_failure_is_known
        check (failure_reason in (
            'pipeline_error', 'submission_failed', 'timed_out', 'attempts_exhausted',
            'cancelled', 'payment_abandoned')),
    constraint attempts_count_from_one
        check (attempt >= 1),
    constraint an_open_project_gave_nothing_back
        check (state in ('completed', 'failed') or credits_refunded = 0),
    constraint a_failed_project_gave_everything_back
        check (state <> 'failed' or credits_refunded = credits_used),
    constraint no_more_is_given_back_than_was_used
        check (credits_refunded between 0 and credits_used),
    constraint no_more_is_used_than_was_held
        check (credits_used <= held),
    constraint an_open_project_uses_what_is_held
        check (state = 'completed' or credits_used = coalesce(held, 0))
) with (fillfactor = 80);

create index project_history on project (customer_id, created_at desc, id desc);

create index project_history_by_status on project (customer_id, status, created_at desc, id desc);

create index project_by_status on project (status, created_at desc, id desc);

-- Directory: whose project is it?
create table project_ref (
    project_id uuid not null,
    customer_id uuid not null,
    constraint project_ref_pk
        primary key (project_id)
);

-- Directory: whose run is it?
create table run_ref (
    run varchar(200) not null,
    pipeline varchar(100) not null,
    customer_id uuid not null,
    project_id uuid not null,
    constraint run_ref_pk
        primary key (run, pipeline)
);

-- What our side still has to do; `bucket` is a hash of the customer.
create table task (
    customer_id uuid not null,
    kind varchar(30) not null,
    about uuid not null,
    due_at timestamptz not null,
    tries integer not null,
    fence bigint not null,
    bucket smallint not null,
    constraint task_pk
        primary key (customer_id, kind, about),
    constraint bucket_is_one_of_256
        check (bucket between 0 and 255),
    constraint tries_and_fence_count_up
        check (tries >= 0 and fence >= 0)
) with (fillfactor = 80);

create index task_due on task (due_at, bucket);

-- What happened: never changed, never deleted.
create table event (
    customer_id uuid not null,
    sequence bigint not null,
    happened_at timestamptz not null,
    event_type varchar(50) not null,
    facts jsonb not null,
    constraint event_pk
        primary key (customer_id, sequence),
    constraint events_count_from_one
        check (sequence >= 1)
);

-- Which events still have to be delivered.
create table outbox (
    customer_id uuid not null,
    sequence bigint not null,
    constraint outbox_pk
        primary key (customer_id, sequence)
);

-- Requests that their senders may repeat.
create table request (
    customer_id uuid not null,
    route varchar(300) not null,
    idempotency_key varchar(255) not null,
    body_hash varchar(64) not null,
    makes uuid not null,
    started_at timestamptz not null,
    answer_status smallint,
    answer_body text,
    constraint request_pk
        primary key (customer_id, idempotency_key, route),
    constraint an_answer_is_whole
        check (num_nulls(answer_status, answer_body) in (0, 2))
);

create index request_age on request (customer_id, started_at);

-- What follows is small, rarely written and belongs to nobody.

-- What somebody alone may do, until when; `fence` grows with every holder.
create table lease (
    name varchar(50) not null,
    holder varchar(200) not null,
    held_until timestamptz not null,
    fence bigint not null,
    constraint lease_pk
        primary key (name)
);

create table api_key (
    id varchar(12) not null,
    role varchar(20) not null,
    label varchar(100) not null,
    secret_hash varchar(64) not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    constraint api_key_pk
        primary key (id),
    constraint role_is_known
        check (role in ('app', 'pipeline', 'worker', 'operator'))
);

create table operation (
    path varchar(101) not null,
    base numeric not null,
    factors jsonb not null,
    constraint operation_pk
        primary key (path),
    constraint base_is_never_negative
        check (base >= 0)
);
