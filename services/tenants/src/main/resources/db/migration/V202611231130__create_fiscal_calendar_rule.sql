-- When a client's fiscal years end, entry by entry. An entry holds from its day on and replaces what earlier entries
-- say of that day and later; so no two overlap, none leaves a gap, and what was believed before stays readable. Until
-- the first change there is no row: the year end with which the client was onboarded stands in its own row.
create table fiscal_calendar_rule (
  msp_id uuid not null default nullif(current_setting('app.msp_id', true), '')::uuid,
  client_id uuid not null default nullif(current_setting('app.client_id', true), '')::uuid,
  number int not null check (number >= 0),
  previous int generated always as (nullif(number, 0) - 1) stored,
  kind text not null check (kind in ('INITIAL', 'CHANGE', 'CORRECTION')),
  effective_from date check (effective_from between '1900-01-01' and '2199-12-31'),
  determined_on date,
  rule text not null check (rule in ('FIXED_DAY', 'LAST_WEEKDAY', 'NEAREST_WEEKDAY')),
  month smallint not null check (month between 1 and 12),
  day smallint check (day between 1 and case month
    when 2 then 29 when 4 then 30 when 6 then 30 when 9 then 30 when 11 then 30 else 31 end),
  weekday text check (weekday in (
    'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
  reason text check (length(reason) between 1 and 1000),
  recorded_by text,
  recorded_at timestamptz not null,
  primary key (client_id, number),
  foreign key (msp_id, client_id) references client (msp_id, client_id) on update cascade,
  foreign key (client_id, previous) references fiscal_calendar_rule (client_id, number),
  check ((kind = 'INITIAL') = (number = 0)),
  check (kind <> 'INITIAL' or effective_from is null),
  check (kind <> 'CHANGE' or (effective_from is not null and determined_on is not null)),
  check (kind = 'INITIAL' or (reason is not null and recorded_by is not null)),
  check (determined_on is null or effective_from is not null),
  check ((rule = 'LAST_WEEKDAY') = (day is null)),
  check ((rule = 'FIXED_DAY') = (weekday is null)));
create index on fiscal_calendar_rule (msp_id, client_id);
alter table fiscal_calendar_rule enable row level security;
alter table fiscal_calendar_rule force row level security;
create policy app on fiscal_calendar_rule to ${service}_app
  using (client_id = nullif(current_setting('app.client_id', true), '')::uuid)
  with check (
    client_id = nullif(current_setting('app.client_id', true), '')::uuid
    and msp_id = nullif(current_setting('app.msp_id', true), '')::uuid);
grant select, insert on fiscal_calendar_rule to ${service}_app;

-- What lists and other services read of the year end without the calendar: the day on or near which years end today,
-- the weekday on which 52/53-week years end, and the same for the change that has not begun yet.
alter table client
  add column fiscal_year_end_weekday text check (fiscal_year_end_weekday in (
    'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
  add column next_fiscal_year_end_from date,
  add column next_fiscal_year_end_month smallint check (next_fiscal_year_end_month between 1 and 12),
  add column next_fiscal_year_end_day smallint check (next_fiscal_year_end_day between 1 and 31),
  add column next_fiscal_year_end_weekday text check (next_fiscal_year_end_weekday in (
    'MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
  add constraint client_next_fiscal_year_end check (
    num_nulls(next_fiscal_year_end_from, next_fiscal_year_end_month, next_fiscal_year_end_day) in (0, 3)
    and (next_fiscal_year_end_from is not null or next_fiscal_year_end_weekday is null));
