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
        pack,
        work,
        description,
        paid_method,
        paid_at,
        least(coalesce(paid_amount, 0), (
            select coalesce(sum(refund.amount), 0)::bigint
            from unnest(refund_amount, refund_state) as refund (amount, state)
            where refund.state <> 'failed')) as refunded,
        created_at,
        updated_at
    from payment;
