-- A client's rows follow it to another MSP (docs/adr/0014): the role transfer alone may change msp_id, and nothing else,
-- of one client's rows. A table that a later migration adds brings its own policy and grant.
do $$
declare
  follows text;
begin
  for follows in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'client_home'
      and 2 = (select count(*) from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('msp_id', 'client_id') and not a.attisdropped)
  loop
    execute format(
      'create policy transfer on %I to ${service}_transfer
         using (client_id = nullif(current_setting(''app.client_id'', true), '''')::uuid)', follows);
    execute format('grant select (msp_id, client_id), update (msp_id) on %I to ${service}_transfer', follows);
  end loop;
end
$$;
