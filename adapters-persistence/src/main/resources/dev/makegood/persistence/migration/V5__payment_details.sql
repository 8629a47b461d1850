-- What the gateway keeps beside our references, and what it says of the means that paid.
-- Payments of before have none of either: what was sent for them is sent again as it was.
alter table payment
    add column metadata jsonb not null default '{}',
    add column payment_method_details json;

alter table payment
    add constraint only_what_was_paid_has_details_of_its_method
        check (payment_method_details is null or state in ('succeeded', 'quarantined'));
