-- An operator may accept a payment in another amount than was billed; its event says who, and why.
alter table payment drop constraint what_succeeded_was_paid_as_billed;

alter table payment add constraint what_succeeded_was_paid_in_the_currency_billed
    check (state <> 'succeeded' or paid_currency = currency);
