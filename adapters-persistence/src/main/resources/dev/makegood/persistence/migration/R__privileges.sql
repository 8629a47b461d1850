-- What the application may do. It runs again whenever this file changes, and whenever the role that
-- was missing appears: the role ${application} is ${application_is}.

-- Made here where nobody made it before and we are allowed to; `verify` tells where we were not.
do $$
begin
    if not exists (select from pg_roles where rolname = '${application}') then
        create role ${application} nologin;
    end if;
exception when insufficient_privilege then
    raise warning 'may not create the role ${application}';
end
$$;

-- So that whoever migrates may also connect as the application.
do $$
begin
    if current_user = '${application}' then
        return;
    end if;
    if current_setting('server_version_num')::int >= 160000 then
        grant ${application} to current_user with set true, inherit false;
    else
        grant ${application} to current_user;
    end if;
exception when insufficient_privilege or undefined_object then
    raise warning 'may not grant the role ${application}';
end
$$;

do $$
begin
    if current_user = '${application}'
        or not exists (select from pg_roles where rolname = '${application}') then
        return;
    end if;
    revoke all on all tables in schema ${flyway:defaultSchema} from ${application};
    revoke create on schema ${flyway:defaultSchema} from ${application};
    grant usage on schema ${flyway:defaultSchema} to ${application};

    -- Append-only.
    grant select, insert on transfer, event, payment_refund to ${application};
    grant select, insert on customer_identity, project_ref, run_ref,
        payment_ref, gateway_ref, notice to ${application};

    -- Changed, never deleted.
    grant select, insert, update
        on customer, credit_grant, capture, project, lease, api_key, operation,
            payment, generation, credit_pack
        to ${application};

    -- Struck out when done.
    grant select, insert, update, delete on task, request, calculation to ${application};
    grant select, insert, delete on outbox to ${application};

    grant select on wallet_view, transfer_view, project_view, payment_view to ${application};

    -- So that a server can tell whether the schema is the one it knows.
    grant select on schema_history to ${application};
end
$$;
