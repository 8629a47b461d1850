-- One wide row per payment: `state` is the model's, `status` the outside's (T6).
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
    pack varchar(50),
    pack_credits bigint,
    pack_bonus bigint,
    work uuid,
    description text not null,
    success_url text not null,
    cancelled_url text not null,
    created_at timestamptz not null,
    checkout_ref varchar(255),
    checkout_link text,
    paid_ref varchar(255),
    paid_amount bigint,
    paid_currency char(3),
    paid_method varchar(50),
    paid_at timestamptz,
    why text,
    refund_key varchar(255)[] not null,
    refund_amount bigint[] not null,
    refund_state varchar(10)[] not null,
    refund_at timestamptz[] not null,
    dispute_key varchar(255)[] not null,
    dispute_amount bigint[] not null,
    dispute_stage varchar(10)[] not null,
    reversals integer not null,
    updated_at timestamptz not null,
    constraint payment_pk
        primary key (customer_id, id),
    constraint state_of_payment_is_known
        check (state in (
            'billed', 'open', 'waiting', 'quarantined', 'succeeded', 'failed', 'cancelled')),
    constraint status_of_payment_follows_state
        check (status = case
            when state in ('succeeded', 'failed', 'cancelled') then state
            else 'pending' end),
    constraint a_bill_asks_for_something
        check (amount > 0),
    constraint a_payment_has_one_purpose
        check (
            (purpose = 'pack' and num_nonnulls(pack, pack_credits, pack_bonus) = 3 and work is null)
            or (purpose = 'work' and num_nonnulls(pack, pack_credits, pack_bonus) = 0
                and work is not null)),
    constraint only_what_can_be_paid_has_a_checkout
        check ((state in ('open', 'waiting')) = (num_nonnulls(checkout_ref, checkout_link) = 2)
            and num_nonnulls(checkout_ref, checkout_link) in (0, 2)),
    constraint only_what_was_paid_says_how
        check ((state in ('succeeded', 'quarantined'))
                = (num_nonnulls(paid_ref, paid_amount, paid_currency, paid_method, paid_at) = 5)
            and num_nonnulls(paid_ref, paid_amount, paid_currency, paid_method, paid_at) in (0, 5)),
    constraint only_what_did_not_succeed_says_why
        check ((state in ('quarantined', 'failed', 'cancelled')) = (why is not null)),
    constraint what_succeeded_was_paid_as_billed
        check (state <> 'succeeded' or (paid_amount = amount and paid_currency = currency)),
    constraint refunds_are_whole
        check (
            cardinality(refund_key) = cardinality(refund_amount)
            and cardinality(refund_key) = cardinality(refund_state)
            and cardinality(refund_key) = cardinality(refund_at)),
    constraint disputes_are_whole
        check (
            cardinality(dispute_key) = cardinality(dispute_amount)
            and cardinality(dispute_key) = cardinality(dispute_stage))
) with (fillfactor = 80);

create index payment_history on payment (customer_id, created_at desc, id desc);

create index payment_by_status on payment (status, created_at desc, id desc);

create index payment_by_gateway on payment (gateway, status, created_at desc, id desc);

-- Which refund came when, for the customer's history; how far it is stands with its payment.
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

create index event_quarantined on event (happened_at desc, customer_id desc, sequence desc)
    where event_type = 'payment.quarantined';

-- Directory: whose payment is it?
create table payment_ref (
    payment_id uuid not null,
    customer_id uuid not null,
    constraint payment_ref_pk
        primary key (payment_id)
);

-- Directory: which payment does a gateway call so?
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
    event_id varchar(255) not null,
    gateway varchar(20) not null,
    customer_id uuid not null,
    constraint notice_pk
        primary key (event_id, gateway)
);

-- Somebody's wish for a generation; its id is the project's.
create table generation (
    customer_id uuid not null,
    id uuid not null,
    hostname varchar(253) not null,
    provider varchar(50) not null,
    price bigint not null,
    currency char(3) not null,
    payment uuid,
    is_paid boolean not null default false,
    is_closed boolean not null,
    created_at timestamptz not null,
    constraint generation_pk
        primary key (customer_id, id),
    constraint what_is_free_is_never_paid
        check (price > 0 or (payment is null and not is_paid)),
    constraint what_is_paid_stays
        check (not (is_paid and is_closed))
);

-- One wish for the same at a time waits for its payment.
create unique index generation_waits_once
    on generation (customer_id, hostname, provider)
    where price > 0 and not is_paid and not is_closed;

create index generation_by_hostname on generation (hostname, created_at);

-- What follows is small, rarely written and belongs to nobody.

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

insert into credit_pack (name, title, credits, bonus, price, currency)
values
    ('starter', 'Starter: 100 credits', 100, 0, 19900, 'RUB'),
    ('studio', 'Studio: 600 credits and 60 on top', 600, 60, 99000, 'RUB');
