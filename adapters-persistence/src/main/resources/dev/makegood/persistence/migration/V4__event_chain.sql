-- Events are chained like transfers: each carries the hash of what it leaves behind and of the event before.
-- Those that are there already are chained as they are found now; what was changed before is not found by it.

alter table customer
    add column event_head bytea not null default decode(repeat('00', 32), 'hex'),
    add constraint event_head_is_a_hash
        check (octet_length(event_head) = 32);

alter table event
    add column state_hash bytea,
    add column hash bytea;

-- Format me1: sha256 over length-prefixed fields, as RecordedEvent says.
do $$
declare
    found record;
    owner uuid;
    head bytea;
begin
    for found in
        select customer_id, sequence, occurred_at, event_type, facts
        from event
        order by customer_id, sequence
    loop
        if owner is distinct from found.customer_id then
            update customer set event_head = head where customer_id = owner;
            owner := found.customer_id;
            head := decode(repeat('00', 32), 'hex');
        end if;
        select sha256(string_agg(int4send(octet_length(field)) || field, ''::bytea order by number))
        into head
        from unnest(array[
            convert_to('me1', 'UTF8'),
            convert_to(found.customer_id::text, 'UTF8'),
            convert_to(found.sequence::text, 'UTF8'),
            convert_to((extract(epoch from found.occurred_at) * 1000000)::bigint::text, 'UTF8'),
            convert_to(found.event_type, 'UTF8'),
            (select sha256(coalesce(string_agg(
                    int4send(octet_length(convert_to(name, 'UTF8'))) || convert_to(name, 'UTF8')
                        || int4send(octet_length(convert_to(content, 'UTF8'))) || convert_to(content, 'UTF8'),
                    ''::bytea order by name collate "C"), ''::bytea))
                from jsonb_each_text(found.facts) as fact (name, content)),
            ''::bytea,
            head]) with ordinality as fields (field, number);
        update event set hash = head where customer_id = found.customer_id and sequence = found.sequence;
    end loop;
    update customer set event_head = head where customer_id = owner;
end
$$;

alter table event
    alter column hash set not null,
    add constraint hashes_of_events_are_hashes
        check (octet_length(hash) = 32 and (state_hash is null or octet_length(state_hash) = 32));
