-- When the current attempt was first sent: the hard limit counts from then, however often it was sent anew.
alter table project
    add column first_sent_at timestamptz;

update project
set first_sent_at = sent_at
where status = 'pending' and state = 'sent';

alter table project
    add constraint only_what_may_be_sent_has_a_first_sending
        check (first_sent_at is null or state in ('pending', 'sent')),
    add constraint what_was_sent_was_sent_a_first_time
        check (state <> 'sent' or (first_sent_at is not null and first_sent_at <= sent_at));

-- What has ended keeps the run that it ended with, so that what another reports later is told apart.
alter table project
    drop constraint completed_has_a_result,
    drop constraint failed_has_a_reason;

alter table project
    add constraint completed_has_a_result
        check (state <> 'completed' or (
            result is not null
            and num_nonnulls(attempt, sent_at, started_at) = 0
            and num_nonnulls(failure_reason, error_message) = 0)),
    add constraint failed_has_a_reason
        check (state <> 'failed' or (
            num_nonnulls(failure_reason, error_message) = 2
            and num_nonnulls(attempt, sent_at, started_at) = 0
            and result is null));

-- Grants are read in spending order, no further than needed, and those past their expiry by it. The order is
-- that of core's SpendingOrder; what it says of a source is spelled out here and in GrantOrder.
create index credit_grant_spending on credit_grant (
    customer_id,
    priority,
    coalesce(open_until, 'infinity'::timestamptz),
    (case source
        when 'promotion' then 0
        when 'signup' then 1
        when 'weekly_bonus' then 2
        when 'compensation' then 3
        when 'adjustment' then 4
        else 5 end),
    granted_at,
    sequence)
    where is_open;

create index credit_grant_expiry on credit_grant (customer_id, open_until)
    where is_open and open_until is not null;

drop index credit_grant_open;
