-- Each within one customer; directories point at nothing.
alter table transfer
    add constraint transfer_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table transfer
    add constraint a_settlement_has_a_hold
        foreign key (customer_id, settles)
        references transfer (customer_id, id);

alter table credit_grant
    add constraint a_grant_has_a_line
        foreign key (customer_id, id)
        references transfer (customer_id, id);

alter table capture
    add constraint a_refunded_capture_has_a_line
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
    add constraint what_waits_is_an_event
        foreign key (customer_id, sequence)
        references event (customer_id, sequence);

alter table request
    add constraint request_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);
