-- Spreads the tables over the nodes of a cluster; on one PostgreSQL there is nothing to do.
do $$
begin
    if not exists (select from pg_extension where extname = 'citus') then
        return;
    end if;
    perform create_distributed_table('customer', 'customer_id');
    perform create_distributed_table('transfer', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('credit_grant', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('capture', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('project', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('task', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('event', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('outbox', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('request', 'customer_id', colocate_with => 'customer');
    perform create_distributed_table('customer_identity', 'subject', colocate_with => 'none');
    perform create_distributed_table('project_ref', 'project_id', colocate_with => 'none');
    perform create_distributed_table('run_ref', 'run', colocate_with => 'none');
    perform create_reference_table('lease');
    perform create_reference_table('api_key');
    perform create_reference_table('operation');
end
$$;
