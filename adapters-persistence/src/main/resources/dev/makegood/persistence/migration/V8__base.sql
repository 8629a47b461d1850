-- Which event closed the books that events were cut of; 0 where none ever were. The base of what remains is in it.
alter table customer
    add column base_sequence bigint not null default 0;
