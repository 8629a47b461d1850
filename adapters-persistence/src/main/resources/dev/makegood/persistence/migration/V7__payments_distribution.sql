-- Spreads the tables over the nodes of a cluster; on one PostgreSQL there is nothing to do.
do $$
begin
    if not exists (select from pg_extension where extname = 'citus') then
        return;
    end if;
    perform create_distributed_table('payment', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('payment_refund', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('generation', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('payment_ref', 'payment_id', colocate_with => 'none');
    perform create_distributed_table('gateway_ref', 'ref', colocate_with => 'none');
    perform create_distributed_table('notice', 'event_id', colocate_with => 'none');
    perform create_reference_table('calculation');
    perform create_reference_table('credit_pack');
end
$$;
