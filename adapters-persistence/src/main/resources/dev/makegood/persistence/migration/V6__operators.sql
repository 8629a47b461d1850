-- What operators ask, each from an index: what is stuck, what happened last, who acted, what was done in a period.

-- What has not ended and waits for nobody to pay, the oldest first. A project leaves it when it ends. Its columns
-- are those that other indexes have, so that an update of an open project costs no more than before.
create index project_open on project (created_at, id)
    where status in ('pending', 'processing') and funding <> 'unpaid';

-- The newest events of everybody.
create index event_newest on event (occurred_at desc, customer_id desc, sequence desc);

-- Who acted on a project or payment, or on what it captured.
create index event_about on event (
        customer_id,
        (coalesce(facts ->> 'project', facts ->> 'payment', facts ->> 'subject')),
        sequence)
    where facts ->> 'actor' is not null;
