-- An extension is a grant of its own that names the one it follows: same place, person and role, and each grant is
-- followed once. Older releases leave it null.
alter table role_grant add column extends_id uuid;
alter table role_grant add unique (msp_id, id, scope_id, person_id, role);
alter table role_grant add constraint role_grant_extends foreign key (msp_id, extends_id, scope_id, person_id, role)
  references role_grant (msp_id, id, scope_id, person_id, role);
alter table role_grant add constraint role_grant_extended_once unique (msp_id, extends_id);

-- A role that takes no side would pass by the constraint on independence.
alter table role_grant add constraint role_grant_known_role check (side is not null);

create index on role_grant (msp_id, scope_id, person_id, id);
create index on role_grant (msp_id, scope_id, valid_until, id) where valid_until is not null;

-- Whoever made a grant or is to hold it never approves it, whatever the code in front believes.
create function require_third_person() returns trigger language plpgsql as $$
begin
  if exists (
    select from role_grant g
    where g.msp_id = new.msp_id and g.id = new.grant_id and new.decided_by in (g.granted_by, g.subject)) then
    raise exception using errcode = 'check_violation', constraint = 'role_grant_transition_third_person',
      table = 'role_grant_transition', message = 'a grant is approved by a third person';
  end if;
  return new;
end
$$;
create trigger require_third_person before insert on role_grant_transition
  for each row when (new.step = 'APPROVED') execute function require_third_person();
