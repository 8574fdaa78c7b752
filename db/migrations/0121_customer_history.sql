-- module: record/customers
-- Every field has a history; a merge keeps what it changed so that it can be undone; names and numbers are compared folded.

create table customer_changes (
  id            uuid primary key,
  subject_type  text not null check (subject_type in ('customer', 'contact')),
  subject_id    uuid not null,
  customer_id   uuid,
  field         text not null,
  before        jsonb,
  after         jsonb,
  actor_type    text not null,
  actor_id      text not null,
  changed_at    timestamptz not null
);
create index customer_changes_subject on customer_changes (subject_id, changed_at desc, id desc);
create index customer_changes_customer on customer_changes (customer_id, changed_at desc, id desc);
create trigger customer_changes_append_only before update or delete on customer_changes for each row execute function refuse_change();

create table customer_merges (
  id            uuid primary key,
  kind          text not null check (kind in ('customer', 'contact')),
  survivor_id   uuid not null,
  merged_id     uuid not null,
  name          text not null,
  -- both records as they were, and every row that was re-pointed: {"table": [ids]}
  before        jsonb not null,
  moved         jsonb not null,
  merged_by     text not null,
  merged_at     timestamptz not null,
  split_by      text,
  split_at      timestamptz
);
create index customer_merges_survivor on customer_merges (survivor_id, merged_at desc);

-- "Société MARTIN & Fils, SARL" and "societe martin et fils" are compared as one: lower case, no accents, no legal form.
create function name_key(name text) returns text language sql immutable parallel safe as $$
  select trim(regexp_replace(regexp_replace(
    replace(translate(lower(replace(replace(name, 'œ', 'oe'), 'æ', 'ae')), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy'), '&', ' et '),
    '\m(sas|sasu|sarl|eurl|sa|snc|sci|scop|ltd|limited|llc|inc|corp|gmbh|ag|bv|plc|co|cie|societe|ste|ets|etablissements)\M\.?', ' ', 'g'),
    '[^a-z0-9]+', ' ', 'g'))
$$;

alter table customers add column name_key text generated always as (name_key(name)) stored;
alter table contacts add column name_key text generated always as (name_key(first_name || ' ' || last_name)) stored;
create index customers_name_key on customers (name_key) where merged_into_id is null;
create index customers_siren on customers (siren) where siren is not null;
create index customers_vat on customers (vat_number) where vat_number is not null;
create index customers_merged on customers (merged_into_id) where merged_into_id is not null;
create index contacts_merged on contacts (merged_into_id) where merged_into_id is not null;
create index customers_team on customers (team_id);
-- Pages are cut by (created_at, id): the instants that travel in cursors know milliseconds, so rows must not know more.
alter table customers alter column created_at set default date_trunc('milliseconds', now());
alter table contacts alter column created_at set default date_trunc('milliseconds', now());
