-- This row is the newest version of the system, approved or not. The release before writes it without the new columns
-- and without a row of in_scope_system_version; such a version counts as proposed by nobody.
alter table in_scope_system
  add column vendor_name text check (length(vendor_name) between 1 and 200),
  add column vendor_id uuid,
  add column owner_person_id uuid,
  add column owner_scope_id uuid,
  add constraint in_scope_system_vendor check (vendor_id is null or vendor_name is not null),
  add constraint in_scope_system_owner check (
    (owner_person_id is null) = (owner_scope_id is null) and owner_scope_id in (client_id, msp_id)),
  -- The owner is a person of this client or of its MSP, never of another client.
  add foreign key (msp_id, owner_person_id, owner_scope_id) references person (msp_id, id, scope_id);
