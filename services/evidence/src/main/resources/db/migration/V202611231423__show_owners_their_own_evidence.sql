-- A control owner without any other role sees the evidence that they gave, and no other: the scope
-- says so by app.only_subject. Nothing changes for anybody else, nor for a release that does not say it.
alter policy client on evidence using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_subject', true), '') is null
    or added_by = nullif(current_setting('app.only_subject', true), '')));
alter policy client on evidence_file using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_subject', true), '') is null
    or added_by = nullif(current_setting('app.only_subject', true), '')));
-- A file is entered together with its first step, in one statement, which cannot see the file yet:
-- so a step is checked by its client alone when it is written.
alter policy client on evidence_transition using (
  client_id = nullif(current_setting('app.client_id', true), '')::uuid
  and (nullif(current_setting('app.only_subject', true), '') is null
    or exists (select from evidence_file f
      where f.client_id = evidence_transition.client_id and f.id = evidence_transition.file_id)))
  with check (client_id = nullif(current_setting('app.client_id', true), '')::uuid);
