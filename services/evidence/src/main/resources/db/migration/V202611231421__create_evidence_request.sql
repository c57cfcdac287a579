-- What is asked of whom: evidence of a control and period. The question itself never changes; who is
-- to answer it until when is in evidence_request_terms, where it stands in evidence_request_transition.
create table evidence_request (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  series_id uuid,
  control_test_id uuid,
  control_id text not null check (control_id ~ '^[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}$'),
  title text not null check (length(title) between 1 and 200),
  asked text not null check (length(asked) between 1 and 4000),
  period_from date not null,
  period_to date not null,
  time_zone text not null check (length(time_zone) between 1 and 64),
  raised_by text not null check (length(raised_by) <= 128),
  raised_at timestamptz not null,
  check (period_from <= period_to),
  check (series_id is null or control_test_id is null),
  primary key (client_id, id),
  -- A series asks once for each of its periods, however many workers try.
  unique (client_id, series_id, period_from),
  foreign key (client_id, series_id) references evidence_series (client_id, id));
create index evidence_request_of_control on evidence_request (client_id, control_id, id);
create index evidence_request_of_msp on evidence_request (msp_id, id);
alter table evidence_request enable row level security;
alter table evidence_request force row level security;

-- Who is to answer, and until when: each change is a row.
create table evidence_request_terms (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  request_id uuid not null,
  version int not null check (version >= 1),
  assignee_person_id uuid not null,
  due_on date not null,
  reason text check (length(reason) between 1 and 1000),
  set_by text not null check (length(set_by) <= 128),
  set_at timestamptz not null,
  primary key (client_id, request_id, version),
  unique (client_id, request_id, version, assignee_person_id, due_on),
  check ((version = 1) = (reason is null)),
  foreign key (client_id, request_id) references evidence_request (client_id, id));
alter table evidence_request_terms enable row level security;
alter table evidence_request_terms force row level security;

-- The way of a request as a chain of rows. The keys make the state machine: each step follows the one
-- before and names its state and its author, so that nobody accepts what they submitted themselves.
create table evidence_request_transition (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  request_id uuid not null,
  step int not null check (step >= 0),
  state text not null,
  previous_step int,
  previous text,
  previous_by uuid,
  by_subject text not null check (length(by_subject) <= 128),
  by_person_id uuid,
  at timestamptz not null,
  reason text check (length(reason) between 1 and 1000),
  primary key (client_id, request_id, step),
  unique (client_id, request_id, step, state),
  unique (client_id, request_id, step, by_person_id),
  foreign key (client_id, request_id) references evidence_request (client_id, id),
  foreign key (client_id, request_id, previous_step, previous)
    references evidence_request_transition (client_id, request_id, step, state),
  foreign key (client_id, request_id, previous_step, previous_by)
    references evidence_request_transition (client_id, request_id, step, by_person_id),
  constraint follows_the_step_before check (
    (step = 0 and previous_step is null and previous is null and previous_by is null)
    or (step > 0 and previous_step = step - 1 and previous is not null)),
  constraint legal_step check (
    (coalesce(previous, ''), state) in (
      ('', 'OPEN'),
      ('OPEN', 'SUBMITTED'),
      ('OPEN', 'WITHDRAWN'),
      ('SUBMITTED', 'ACCEPTED'),
      ('SUBMITTED', 'RETURNED'),
      ('SUBMITTED', 'WITHDRAWN'),
      ('RETURNED', 'SUBMITTED'),
      ('RETURNED', 'WITHDRAWN'))),
  -- Only a series opens a request without a person.
  constraint somebody_did_it check (state = 'OPEN' or by_person_id is not null),
  constraint said_why check (state not in ('RETURNED', 'WITHDRAWN') or reason is not null),
  constraint accepted_by_another check (
    state <> 'ACCEPTED' or (previous_by is not null and previous_by <> by_person_id)));
alter table evidence_request_transition enable row level security;
alter table evidence_request_transition force row level security;

-- Where a request stands now, for lists. It may only say what the history says: its foreign keys lead
-- to the very step and terms that it repeats. Overdue is not here, for that is the clock's to say;
-- due_until is the instant at which the due day ends in the request's time zone.
create table evidence_request_standing (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  request_id uuid not null,
  step int not null,
  state text not null,
  terms int not null,
  assignee_person_id uuid not null,
  due_on date not null,
  due_until timestamptz not null,
  primary key (client_id, request_id),
  foreign key (client_id, request_id) references evidence_request (client_id, id),
  foreign key (client_id, request_id, step, state)
    references evidence_request_transition (client_id, request_id, step, state),
  foreign key (client_id, request_id, terms, assignee_person_id, due_on)
    references evidence_request_terms (client_id, request_id, version, assignee_person_id, due_on));
create index evidence_request_standing_due
  on evidence_request_standing (client_id, due_on, request_id);
create index evidence_request_standing_of_assignee
  on evidence_request_standing (client_id, assignee_person_id, due_on, request_id);
create index evidence_request_standing_of_msp
  on evidence_request_standing (msp_id, due_on, request_id);
alter table evidence_request_standing enable row level security;
alter table evidence_request_standing force row level security;
create policy client on evidence_request_standing to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or assignee_person_id = nullif(current_setting('app.only_person', true), '')::uuid));
create policy fleet on evidence_request_standing for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request_standing for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request_standing to ${service}_app;
grant update (step, state, terms, assignee_person_id, due_on, due_until)
  on evidence_request_standing to ${service}_app;
grant select on evidence_request_standing to ${service}_fleet, ${service}_portfolio;

-- Somebody who sees only their own sees of a request what they see of its standing.
create policy client on evidence_request to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_request_standing s
      where s.client_id = evidence_request.client_id
        and s.request_id = evidence_request.id)));
create policy fleet on evidence_request for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request to ${service}_app;
grant select on evidence_request to ${service}_fleet, ${service}_portfolio;
create policy client on evidence_request_terms to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_request_standing s
      where s.client_id = evidence_request_terms.client_id
        and s.request_id = evidence_request_terms.request_id)));
create policy fleet on evidence_request_terms for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request_terms for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request_terms to ${service}_app;
grant select on evidence_request_terms to ${service}_fleet, ${service}_portfolio;
create policy client on evidence_request_transition to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_request_standing s
      where s.client_id = evidence_request_transition.client_id
        and s.request_id = evidence_request_transition.request_id)));
create policy fleet on evidence_request_transition for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request_transition for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request_transition to ${service}_app;
grant select on evidence_request_transition to ${service}_fleet, ${service}_portfolio;

-- What was given with a submission. The submission is a step of its request, the evidence an item of the
-- same client.
create table evidence_request_item (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  request_id uuid not null,
  step int not null,
  state text not null default 'SUBMITTED' check (state = 'SUBMITTED'),
  evidence_id uuid not null,
  primary key (client_id, request_id, step, evidence_id),
  foreign key (client_id, request_id, step, state)
    references evidence_request_transition (client_id, request_id, step, state),
  foreign key (client_id, evidence_id) references evidence (client_id, id));
create index evidence_request_item_of_evidence on evidence_request_item (client_id, evidence_id);
alter table evidence_request_item enable row level security;
alter table evidence_request_item force row level security;
create policy client on evidence_request_item to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_request_standing s
      where s.client_id = evidence_request_item.client_id
        and s.request_id = evidence_request_item.request_id)));
create policy fleet on evidence_request_item for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request_item for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request_item to ${service}_app;
grant select on evidence_request_item to ${service}_fleet, ${service}_portfolio;

create table evidence_request_comment (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  request_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  by_subject text not null check (length(by_subject) <= 128),
  by_person_id uuid not null,
  at timestamptz not null,
  primary key (client_id, id),
  foreign key (client_id, request_id) references evidence_request (client_id, id));
create index evidence_request_comment_of_request
  on evidence_request_comment (client_id, request_id, id);
alter table evidence_request_comment enable row level security;
alter table evidence_request_comment force row level security;
create policy client on evidence_request_comment to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_request_standing s
      where s.client_id = evidence_request_comment.client_id
        and s.request_id = evidence_request_comment.request_id)));
create policy fleet on evidence_request_comment for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request_comment for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request_comment to ${service}_app;
grant select on evidence_request_comment to ${service}_fleet, ${service}_portfolio;

-- A reminder that fell due: who is to be reminded of what, for whoever carries it to them.
create table evidence_request_reminder (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  request_id uuid not null,
  terms int not null,
  assignee_person_id uuid not null,
  due_on date not null,
  offset_days int not null,
  rule_set text not null check (length(rule_set) <= 100),
  at timestamptz not null,
  primary key (client_id, id),
  -- One reminder for each day that the rule names, however many workers try.
  unique (client_id, request_id, terms, offset_days),
  foreign key (client_id, request_id, terms, assignee_person_id, due_on)
    references evidence_request_terms (client_id, request_id, version, assignee_person_id, due_on));
create index evidence_request_reminder_of_msp on evidence_request_reminder (msp_id, id);
alter table evidence_request_reminder enable row level security;
alter table evidence_request_reminder force row level security;
create policy client on evidence_request_reminder to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_person', true), '') is null
    or exists (select from evidence_request_standing s
      where s.client_id = evidence_request_reminder.client_id
        and s.request_id = evidence_request_reminder.request_id)));
create policy fleet on evidence_request_reminder for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on evidence_request_reminder for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on evidence_request_reminder to ${service}_app;
grant select on evidence_request_reminder to ${service}_fleet, ${service}_portfolio;

-- A request with where it stands. security_invoker: otherwise the view would read as its owner.
create view evidence_request_current with (security_invoker = true) as
select r.msp_id, r.client_id, r.id, r.series_id, r.control_test_id, r.control_id, r.title, r.asked,
       r.period_from, r.period_to, r.time_zone, r.raised_by, r.raised_at,
       s.step, s.state, s.terms, s.assignee_person_id, s.due_on, s.due_until
from evidence_request r
join evidence_request_standing s on s.client_id = r.client_id and s.request_id = r.id;
grant select on evidence_request_current to ${service}_app, ${service}_fleet, ${service}_portfolio;
