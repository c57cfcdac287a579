-- Tables that came after V202611231218: what is a client's follows it to another MSP (docs/adr/0014).
do $$
declare
  follows text;
begin
  for follows in
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      and 2 = (select count(*) from pg_attribute a
        where a.attrelid = c.oid and a.attname in ('msp_id', 'client_id') and not a.attisdropped)
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'transfer')
      and c.relname <> 'client_home'
  loop
    execute format(
      'create policy transfer on %I to ${service}_transfer
         using (client_id = nullif(current_setting(''app.client_id'', true), '''')::uuid)', follows);
    execute format('grant select (msp_id, client_id), update (msp_id) on %I to ${service}_transfer', follows);
  end loop;
end
$$;
