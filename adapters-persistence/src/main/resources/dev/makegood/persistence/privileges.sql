-- What the application may do. It runs at the end of every migration run, also when nothing was pending: so the
-- role is there after a restore (a dump brings no roles), and one run is always enough.

-- Created here where it is missing and this login may create it; `verify` warns where it may not. On a cluster the
-- nodes log in to each other as the role that works; without a password nobody else can.
do $$
declare
    is_cluster boolean := exists (select from pg_extension where extname = '${cluster}');
begin
    if not exists (select from pg_roles where rolname = '${application}') then
        execute 'create role ${application} ' || case when is_cluster then 'login' else 'nologin' end;
    elsif is_cluster and not (select rolcanlogin from pg_roles where rolname = '${application}') then
        alter role ${application} login;
    end if;
exception when insufficient_privilege then
    raise warning 'this login may not create the role ${application}; let an administrator create it';
end
$$;

-- So that the login that migrates may also become the application's role. Executed as text: PostgreSQL 15 reads a
-- block whole before it runs any of it, and does not know the options of 16.
do $$
begin
    if current_user = '${application}' then
        return;
    end if;
    if current_setting('server_version_num')::int >= 160000 then
        execute 'grant ${application} to current_user with set true, inherit false';
    else
        grant ${application} to current_user;
    end if;
exception when insufficient_privilege or undefined_object then
    raise warning 'this login may not grant itself the role ${application}; let an administrator grant it';
end
$$;

do $$
begin
    if current_user = '${application}'
        or not exists (select from pg_roles where rolname = '${application}') then
        return;
    end if;
    revoke all on all tables in schema ${schema} from ${application};
    revoke create on schema ${schema} from ${application};
    grant usage on schema ${schema} to ${application};

    -- Append-only.
    grant select, insert on transfer, event, payment_refund to ${application};
    grant select, insert on customer_identity, project_ref, run_ref,
        payment_ref, gateway_ref, notice to ${application};

    -- Changed, never deleted.
    grant select, insert, update
        on customer, credit_grant, capture, project, lease, api_key, operation,
            payment, generation_request, credit_pack
        to ${application};

    -- Deleted when done.
    grant select, insert, update, delete on task, idempotent_request, calculation to ${application};
    grant select, insert, delete on outbox to ${application};

    grant select on wallet_view, transfer_view, project_view, payment_view to ${application};

    -- So that a server can tell whether the schema is the one it knows.
    grant select on schema_history to ${application};
end
$$;
