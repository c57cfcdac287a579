-- How information produced by the entity (IPE) came to be: what was asked, of what, by whom, when,
-- and how many rows came. All or nothing but the parameters; items of before have none.
alter table evidence
  add column ipe_query text check (length(ipe_query) between 1 and 8000),
  add column ipe_parameters text check (length(ipe_parameters) between 1 and 8000),
  add column ipe_run_by text check (length(ipe_run_by) between 1 and 200),
  add column ipe_run_at timestamptz,
  add column ipe_row_count bigint check (ipe_row_count >= 0),
  add constraint ipe_is_whole check (
    num_nonnulls(ipe_query, ipe_run_by, ipe_run_at, ipe_row_count) in (0, 4)
    and (ipe_parameters is null or ipe_query is not null));

-- A new version of a file never replaces: the older one stays, and says what superseded it.
alter table evidence_file
  add column supersedes uuid,
  add constraint supersedes_another check (supersedes <> id),
  add foreign key (client_id, supersedes) references evidence_file (client_id, id);
create index evidence_file_superseding on evidence_file (client_id, supersedes)
  where supersedes is not null;

-- The beginning of a title is looked for as a range: under row-level security neither lower() nor
-- LIKE may look at a row before the policy has, so neither could use an index.
alter table evidence
  add column title_folded text collate "C" generated always as (lower(title)) stored;

-- Lists are in order of arrival, which is the order of ids. Each filter that a list has is a column
-- before that order, for one owner and for all clients of an MSP.
create index evidence_of_source on evidence (client_id, source_system, id);
create index evidence_titled on evidence (client_id, title_folded, id);
create index evidence_of_msp_control on evidence (msp_id, control_id, id);
create index evidence_of_msp_source on evidence (msp_id, source_system, id);
create index evidence_of_msp_titled on evidence (msp_id, title_folded, id);
