-- The whole schema, in this order: tables, their distribution over a cluster, foreign keys, views, first prices.
-- No name in it ever changes: hosts query columns and labels, and the labels of transfers enter the hash
-- chain. SchemaNamesTest holds them.

-- What belongs to a customer begins with customer_id. What is unique over all customers is in a
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
    last_at timestamptz not null default '1970-01-01T00:00:00Z',
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

-- The transfers of the ledger: never changed, never deleted.
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
    subject_kind varchar(20) not null,
    subject_id uuid not null,
    reason varchar(500) not null,
    written_at timestamptz not null,
    available_after bigint not null,
    held_after bigint not null,
    debt_after bigint not null,
    previous_hash bytea not null,
    hash bytea not null,
    constraint transfer_pk
        primary key (customer_id, id),
    constraint transfers_have_their_own_number
        unique (customer_id, sequence),
    constraint a_hold_is_settled_once
        unique (customer_id, settles),
    constraint kind_of_transfer_is_known
        check (kind in (
            'grant', 'adjust_up', 'adjust_down', 'hold', 'capture', 'release_remainder',
            'release', 'refund', 'expire', 'claw_back', 'incur_debt', 'reinstate',
            'cancel_debt', 'reinstate_settled', 'settle_debt')),
    constraint a_transfer_moves_something
        check (amount > 0),
    constraint only_captures_and_releases_settle
        check ((settles is not null) = (kind in ('capture', 'release'))),
    constraint parts_are_whole
        check (
            cardinality(part_grant) = cardinality(part_credits)
            and cardinality(part_grant) = cardinality(part_time_left_us)),
    constraint transfers_count_from_one
        check (sequence >= 1),
    constraint balances_after_are_never_negative
        check (least(available_after, held_after, debt_after) >= 0),
    constraint hashes_are_hashes
        check (octet_length(previous_hash) = 32 and octet_length(hash) = 32)
);

create index transfer_by_subject on transfer (customer_id, subject_id);

create index transfer_of_debt on transfer (customer_id, sequence)
    where kind in ('settle_debt', 'reinstate_settled');

-- Operators name a transfer by its id alone.
create index transfer_by_id on transfer (id);

-- What remains of each grant.
create table credit_grant (
    customer_id uuid not null,
    id uuid not null,
    source varchar(20) not null,
    credits bigint not null,
    priority smallint not null,
    expires_at timestamptz,
    credits_remaining bigint not null,
    clawed_back bigint not null,
    open_until timestamptz,
    granted_at timestamptz not null,
    sequence bigint not null,
    is_open boolean not null,
    constraint credit_grant_pk
        primary key (customer_id, id),
    constraint source_of_grant_is_known
        check (source in (
            'promotion', 'signup', 'weekly_bonus', 'compensation', 'adjustment', 'purchase')),
    constraint a_grant_grants_something
        check (credits > 0),
    constraint priority_is_0_to_100
        check (priority between 0 and 100),
    constraint no_more_remains_than_was_granted
        check (credits_remaining between 0 and credits),
    constraint no_more_is_clawed_back_than_was_granted
        check (clawed_back between 0 and credits),
    constraint what_never_expires_stays_open
        check ((expires_at is null) = (open_until is null)),
    constraint a_grant_is_open_while_credits_remain
        check (is_open = (credits_remaining > 0))
) with (fillfactor = 80);

create index credit_grant_open on credit_grant (customer_id) where is_open;

-- How much of each refunded capture was refunded.
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

-- One wide row per project: `state` is the model's, `status` the one shown outside (S1, S2).
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
    price_multipliers jsonb not null,
    price_credits bigint not null,
    funding varchar(10) not null,
    hold_id uuid,
    credits_held bigint,
    payment_id uuid,
    pipeline varchar(100) not null,
    created_at timestamptz not null,
    attempt integer,
    run_id varchar(200),
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
            (funding = 'credits' and num_nonnulls(hold_id, credits_held) = 2
                and payment_id is null)
            or (funding = 'money' and num_nonnulls(hold_id, credits_held) = 0
                and payment_id is not null)
            or (funding in ('unpaid', 'free')
                and num_nonnulls(hold_id, credits_held, payment_id) = 0)),
    constraint a_hold_holds_something
        check (credits_held > 0),
    constraint price_is_never_negative
        check (price_base >= 0 and price_credits >= 0),
    constraint awaiting_payment_has_no_run
        check (state <> 'awaiting_payment' or (
            funding = 'unpaid'
            and num_nonnulls(attempt, run_id, sent_at, started_at) = 0
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint pending_has_an_attempt
        check (state <> 'pending' or (
            attempt is not null
            and num_nonnulls(run_id, sent_at, started_at) = 0
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint sent_has_its_moment
        check (state <> 'sent' or (
            num_nonnulls(attempt, sent_at) = 2
            and num_nonnulls(run_id, started_at) = 0
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint processing_has_a_run
        check (state <> 'processing' or (
            num_nonnulls(attempt, run_id, started_at) = 3
            and sent_at is null
            and num_nonnulls(result, failure_reason, error_message) = 0)),
    constraint completed_has_a_result
        check (state <> 'completed' or (
            result is not null
            and num_nonnulls(attempt, run_id, sent_at, started_at) = 0
            and num_nonnulls(failure_reason, error_message) = 0)),
    constraint failed_has_a_reason
        check (state <> 'failed' or (
            num_nonnulls(failure_reason, error_message) = 2
            and num_nonnulls(attempt, run_id, sent_at, started_at) = 0
            and result is null)),
    constraint reason_of_failure_is_known
        check (failure_reason in (
            'pipeline_error', 'submission_failed', 'timed_out', 'attempts_exhausted',
            'cancelled', 'payment_abandoned')),
    constraint attempts_count_from_one
        check (attempt >= 1),
    constraint an_open_project_refunded_nothing
        check (state in ('completed', 'failed') or credits_refunded = 0),
    constraint a_failed_project_refunded_everything
        check (state <> 'failed' or credits_refunded = credits_used),
    constraint no_more_is_refunded_than_was_used
        check (credits_refunded between 0 and credits_used),
    constraint no_more_is_used_than_was_held
        check (credits_used <= credits_held),
    constraint an_open_project_uses_what_is_held
        check (state = 'completed' or credits_used = coalesce(credits_held, 0))
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
    subject_id uuid not null,
    due_at timestamptz not null,
    attempts integer not null,
    fence bigint not null,
    bucket smallint not null,
    constraint task_pk
        primary key (customer_id, kind, subject_id),
    constraint bucket_is_one_of_256
        check (bucket between 0 and 255),
    constraint attempts_and_fence_count_up
        check (attempts >= 0 and fence >= 0)
) with (fillfactor = 80);

create index task_due on task (due_at, bucket);

-- What happened: never changed, never deleted.
create table event (
    customer_id uuid not null,
    sequence bigint not null,
    occurred_at timestamptz not null,
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

-- Requests with idempotency keys: a repeat is answered from here.
create table idempotent_request (
    customer_id uuid not null,
    route varchar(300) not null,
    idempotency_key varchar(255) not null,
    request_hash varchar(64) not null,
    resource_id uuid not null,
    started_at timestamptz not null,
    response_status smallint,
    response_body text,
    constraint idempotent_request_pk
        primary key (customer_id, idempotency_key, route),
    constraint a_response_is_whole
        check (num_nulls(response_status, response_body) in (0, 2))
);

create index idempotent_request_age on idempotent_request (customer_id, started_at);

-- One wide row per payment: `state` is the model's, `status` the one shown outside (T6).
create table payment (
    customer_id uuid not null,
    id uuid not null,
    version bigint not null,
    state varchar(20) not null,
    status varchar(20) not null default 'pending',
    gateway varchar(20) not null,
    amount bigint not null,
    currency char(3) not null,
    purpose varchar(10) not null,
    pack_name varchar(50),
    pack_credits bigint,
    pack_bonus bigint,
    project_id uuid,
    description text not null,
    success_url text not null,
    cancel_url text not null,
    created_at timestamptz not null,
    checkout_ref varchar(255),
    checkout_url text,
    paid_ref varchar(255),
    paid_amount bigint,
    paid_currency char(3),
    payment_method varchar(50),
    paid_at timestamptz,
    reason text,
    refund_key varchar(255)[] not null,
    refund_amount bigint[] not null,
    refund_status varchar(10)[] not null,
    refund_requested_at timestamptz[] not null,
    dispute_key varchar(255)[] not null,
    dispute_amount bigint[] not null,
    dispute_status varchar(10)[] not null,
    reversal_count integer not null,
    updated_at timestamptz not null,
    constraint payment_pk
        primary key (customer_id, id),
    constraint state_of_payment_is_known
        check (state in (
            'billed', 'open', 'waiting_for_capture', 'quarantined', 'succeeded', 'failed',
            'cancelled')),
    constraint status_of_payment_follows_state
        check (status = case
            when state in ('succeeded', 'failed', 'cancelled') then state
            else 'pending' end),
    constraint a_payment_is_of_something
        check (amount > 0),
    constraint a_payment_has_one_purpose
        check (
            (purpose = 'pack' and num_nonnulls(pack_name, pack_credits, pack_bonus) = 3
                and project_id is null)
            or (purpose = 'project' and num_nonnulls(pack_name, pack_credits, pack_bonus) = 0
                and project_id is not null)),
    constraint only_what_can_be_paid_has_a_checkout
        check ((state in ('open', 'waiting_for_capture')) = (num_nonnulls(checkout_ref, checkout_url) = 2)
            and num_nonnulls(checkout_ref, checkout_url) in (0, 2)),
    constraint only_what_was_paid_says_how
        check ((state in ('succeeded', 'quarantined'))
                = (num_nonnulls(paid_ref, paid_amount, paid_currency, payment_method, paid_at) = 5)
            and num_nonnulls(paid_ref, paid_amount, paid_currency, payment_method, paid_at)
                in (0, 5)),
    constraint only_what_did_not_succeed_says_why
        check ((state in ('quarantined', 'failed', 'cancelled')) = (reason is not null)),
    constraint what_succeeded_was_paid_as_billed
        check (state <> 'succeeded' or (paid_amount = amount and paid_currency = currency)),
    constraint refunds_are_whole
        check (
            cardinality(refund_key) = cardinality(refund_amount)
            and cardinality(refund_key) = cardinality(refund_status)
            and cardinality(refund_key) = cardinality(refund_requested_at)),
    constraint disputes_are_whole
        check (
            cardinality(dispute_key) = cardinality(dispute_amount)
            and cardinality(dispute_key) = cardinality(dispute_status))
) with (fillfactor = 80);

create index payment_history on payment (customer_id, created_at desc, id desc);

create index payment_by_status on payment (status, created_at desc, id desc);

create index payment_by_gateway on payment (gateway, status, created_at desc, id desc);

-- When each refund was requested, for the customer's history; its status is in its payment's row.
create table payment_refund (
    customer_id uuid not null,
    id uuid not null,
    payment_id uuid not null,
    refund_key varchar(255) not null,
    refunded_at timestamptz not null,
    constraint payment_refund_pk
        primary key (customer_id, id)
);

create index payment_refund_history on payment_refund (customer_id, refunded_at desc, id desc);

create index weekly_bonus_history on credit_grant (customer_id, granted_at desc, id desc)
    where source = 'weekly_bonus';

create index event_quarantined on event (occurred_at desc, customer_id desc, sequence desc)
    where event_type = 'payment.quarantined';

-- Directory: whose payment is it?
create table payment_ref (
    payment_id uuid not null,
    customer_id uuid not null,
    constraint payment_ref_pk
        primary key (payment_id)
);

-- Directory: which payment does a gateway reference name?
create table gateway_ref (
    ref varchar(255) not null,
    gateway varchar(20) not null,
    customer_id uuid not null,
    payment_id uuid not null,
    constraint gateway_ref_pk
        primary key (ref, gateway)
);

-- Directory: which notices have had their effect?
create table notice (
    notice_id varchar(255) not null,
    gateway varchar(20) not null,
    customer_id uuid not null,
    constraint notice_pk
        primary key (notice_id, gateway)
);

-- A request for a generation; its id is the project's.
create table generation_request (
    customer_id uuid not null,
    id uuid not null,
    hostname varchar(253) not null,
    provider varchar(50) not null,
    price bigint not null,
    currency char(3) not null,
    payment_id uuid,
    is_paid boolean not null default false,
    is_closed boolean not null,
    created_at timestamptz not null,
    constraint generation_request_pk
        primary key (customer_id, id),
    constraint a_free_request_is_never_paid
        check (price > 0 or (payment_id is null and not is_paid)),
    constraint a_paid_request_is_not_closed
        check (not (is_paid and is_closed))
);

-- At most one request per hostname and provider waits for its payment.
create unique index generation_request_waits_once
    on generation_request (customer_id, hostname, provider)
    where price > 0 and not is_paid and not is_closed;

create index generation_request_by_hostname on generation_request (hostname, created_at);

-- What follows is small, rarely written and belongs to no customer.

-- What one server alone may do, until when; `fence` grows with every holder.
create table lease (
    name varchar(50) not null,
    holder varchar(200) not null,
    expires_at timestamptz not null,
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
    base_price numeric not null,
    multipliers jsonb not null,
    constraint operation_pk
        primary key (path),
    constraint base_price_is_never_negative
        check (base_price >= 0)
);

create table calculation (
    hostname varchar(253) not null,
    currency char(3) not null,
    provider varchar(50)[] not null,
    total bigint[] not null,
    per_url numeric[] not null,
    updated_at timestamptz not null,
    constraint calculation_pk
        primary key (hostname),
    constraint prices_are_whole
        check (cardinality(provider) = cardinality(total) and cardinality(provider) = cardinality(per_url))
);

create table credit_pack (
    name varchar(50) not null,
    title varchar(200) not null,
    credits bigint not null,
    bonus bigint not null,
    price bigint not null,
    currency char(3) not null,
    constraint credit_pack_pk
        primary key (name),
    constraint a_pack_sells_something_for_something
        check (credits > 0 and bonus >= 0 and price > 0)
);

-- Distributes the tables over the nodes of a Citus cluster; on one PostgreSQL there is nothing to do.
do $$
begin
    if not exists (select from pg_extension where extname = 'citus') then
        return;
    end if;
    -- Tables, shards and foreign keys are made in one transaction: one node after another.
    set local citus.multi_shard_modify_mode to 'sequential';
    perform create_distributed_table('customer', 'customer_id');
    perform create_distributed_table('transfer', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('credit_grant', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('capture', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('project', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('task', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('event', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('outbox', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('idempotent_request', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('payment', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('payment_refund', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('generation_request', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('customer_identity', 'subject', colocate_with => 'none');
    perform create_distributed_table('project_ref', 'project_id', colocate_with => 'none');
    perform create_distributed_table('run_ref', 'run', colocate_with => 'none');
    perform create_distributed_table('payment_ref', 'payment_id', colocate_with => 'none');
    perform create_distributed_table('gateway_ref', 'ref', colocate_with => 'none');
    perform create_distributed_table('notice', 'notice_id', colocate_with => 'none');
    perform create_reference_table('lease');
    perform create_reference_table('api_key');
    perform create_reference_table('operation');
    perform create_reference_table('calculation');
    perform create_reference_table('credit_pack');
end
$$;

-- Foreign keys stay within one customer; directories have none.
alter table transfer
    add constraint transfer_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table transfer
    add constraint a_settlement_has_a_hold
        foreign key (customer_id, settles)
        references transfer (customer_id, id);

alter table credit_grant
    add constraint a_grant_has_a_transfer
        foreign key (customer_id, id)
        references transfer (customer_id, id);

alter table capture
    add constraint a_refunded_capture_has_a_transfer
        foreign key (customer_id, id)
        references transfer (customer_id, id);

alter table project
    add constraint project_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table task
    add constraint task_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table event
    add constraint event_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table outbox
    add constraint outbox_row_has_an_event
        foreign key (customer_id, sequence)
        references event (customer_id, sequence);

alter table idempotent_request
    add constraint idempotent_request_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table payment
    add constraint payment_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table payment_refund
    add constraint payment_refund_has_a_payment
        foreign key (customer_id, payment_id)
        references payment (customer_id, id);

alter table generation_request
    add constraint generation_request_is_a_project
        foreign key (customer_id, id)
        references project (customer_id, id);

-- What a host may query in its own SQL or JPQL; these stay when the tables behind them change.
create view wallet_view as
    select
        customer_id,
        provider,
        subject,
        available,
        held,
        debt,
        projects_pending,
        projects_processing,
        projects_completed,
        projects_failed,
        credits_used,
        credits_refunded
    from customer;

create view transfer_view as
    select
        id,
        customer_id,
        sequence,
        kind,
        amount,
        settles,
        subject_kind,
        subject_id,
        reason,
        written_at,
        available_after,
        held_after,
        debt_after
    from transfer;

create view project_view as
    select
        id,
        customer_id,
        status,
        state,
        category,
        operation,
        pipeline,
        prompt,
        metadata,
        result,
        failure_reason,
        error_message,
        credits_used,
        credits_refunded,
        created_at,
        updated_at
    from project;

-- What a host may query of payments; amounts are minor units, refunds that failed do not count.
create view payment_view as
    select
        id,
        customer_id,
        status,
        state,
        gateway,
        amount,
        currency,
        purpose,
        pack_name,
        project_id,
        description,
        payment_method,
        paid_at,
        least(coalesce(paid_amount, 0), (
            select coalesce(sum(refund.amount), 0)::bigint
            from unnest(refund_amount, refund_status) as refund (amount, status)
            where refund.status <> 'failed')) as refunded,
        created_at,
        updated_at
    from payment;

-- The prices a new installation begins with: those of core's PriceTable.defaults().
insert into operation (path, base_price, multipliers)
values ('story-editor/project-video', 40, '{"standard": "1", "hd": "1.5", "4k": "2"}');

insert into credit_pack (name, title, credits, bonus, price, currency)
values
    ('starter', 'Starter: 100 credits', 100, 0, 19900, 'RUB'),
    ('studio', 'Studio: 600 credits and 60 on top', 600, 60, 99000, 'RUB');
