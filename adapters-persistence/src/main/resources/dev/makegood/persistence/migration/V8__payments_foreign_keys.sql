-- Each within one customer; directories point at nothing.
alter table payment
    add constraint payment_has_a_customer
        foreign key (customer_id)
        references customer (customer_id);

alter table payment_refund
    add constraint refund_is_of_a_payment
        foreign key (customer_id, payment_id)
        references payment (customer_id, id);

alter table generation
    add constraint generation_is_a_project
        foreign key (customer_id, id)
        references project (customer_id, id);
