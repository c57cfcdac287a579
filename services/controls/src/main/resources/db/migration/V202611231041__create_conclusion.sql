-- Conclusions and their reviews are rows that nobody changes or removes: the app may only add them.
create table conclusion (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  id uuid not null,
  client_control_id uuid not null,
  -- 1, 2, 3 … of its control: two at once cannot both be the next.
  number int not null check (number > 0),
  status text not null check (
    status in ('DESIGNED', 'EFFECTIVE', 'INEFFECTIVE', 'INCONCLUSIVE', 'NOT_APPLICABLE')),
  reason text not null check (length(reason) between 1 and 4000),
  concluded_on date not null,
  concluded_by_person_id uuid not null,
  -- Who operated the control at that moment; the reviewer must not be them either.
  operator_person_id uuid,
  recorded_at timestamptz not null,
  primary key (client_id, id),
  unique (client_id, client_control_id, number),
  unique (client_id, id, concluded_by_person_id),
  foreign key (client_id, client_control_id) references client_control (client_id, id),
  constraint concluder_does_not_operate check (concluded_by_person_id <> operator_person_id),
  constraint effective_names_the_operator check (
    status <> 'EFFECTIVE' or operator_person_id is not null));
create index conclusion_msp on conclusion (msp_id, id);
alter table conclusion enable row level security;
alter table conclusion force row level security;
create policy client on conclusion to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on conclusion for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on conclusion for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on conclusion to ${service}_app;
grant select on conclusion to ${service}_fleet, ${service}_portfolio;

create table conclusion_evidence (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  conclusion_id uuid not null,
  position int not null check (position >= 0),
  evidence_id uuid not null,
  file_id uuid not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  primary key (client_id, conclusion_id, position),
  unique (client_id, conclusion_id, file_id),
  foreign key (client_id, conclusion_id) references conclusion (client_id, id));
create index conclusion_evidence_file on conclusion_evidence (client_id, file_id);
alter table conclusion_evidence enable row level security;
alter table conclusion_evidence force row level security;
create policy client on conclusion_evidence to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on conclusion_evidence for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on conclusion_evidence for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on conclusion_evidence to ${service}_app;
grant select on conclusion_evidence to ${service}_fleet, ${service}_portfolio;

-- One review a conclusion, by somebody who neither concluded nor operated.
create table conclusion_review (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  conclusion_id uuid not null,
  decision text not null check (decision in ('ACCEPTED', 'RETURNED')),
  note text check (length(note) between 1 and 4000),
  reviewed_by_person_id uuid not null,
  reviewed_at timestamptz not null,
  concluded_by_person_id uuid not null,
  operator_person_id uuid,
  primary key (client_id, conclusion_id),
  foreign key (client_id, conclusion_id, concluded_by_person_id)
    references conclusion (client_id, id, concluded_by_person_id),
  constraint reviewer_did_not_conclude check (reviewed_by_person_id <> concluded_by_person_id),
  constraint reviewer_does_not_operate check (reviewed_by_person_id <> operator_person_id));
create index conclusion_review_msp on conclusion_review (msp_id, conclusion_id);
alter table conclusion_review enable row level security;
alter table conclusion_review force row level security;
create policy client on conclusion_review to ${service}_app using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy fleet on conclusion_review for select to ${service}_fleet using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
create policy portfolio on conclusion_review for select to ${service}_portfolio using (
  msp_id = nullif(current_setting('app.msp_id', true), '')::uuid
  and client_id = any ((select nullif(current_setting('app.client_ids', true), '')::uuid[])::uuid[]));
grant select, insert on conclusion_review to ${service}_app;
grant select on conclusion_review to ${service}_fleet, ${service}_portfolio;
