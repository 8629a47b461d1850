-- What a host may query in its own SQL or JPQL; the tables behind may change, these stay.
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
        about_kind,
        about_id,
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
