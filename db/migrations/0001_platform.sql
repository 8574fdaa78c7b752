-- module: platform
-- What the installation itself remembers: repeated requests, when each loop last ran, its clock and its secret settings.

create table idempotency_keys (
  actor       text not null,
  key         text not null,
  operation   text not null,
  input_hash  text not null,
  result      jsonb,
  created_at  timestamptz not null default now(),
  primary key (actor, key)
);
create index idempotency_keys_created_at on idempotency_keys (created_at);

-- One row per timed job: the status page shows when each last ran and what it last said.
create table loop_runs (
  name        text primary key,
  started_at  timestamptz not null,
  finished_at timestamptz,
  error       text
);

-- key/value settings of the installation (clock offset of the demo, organisation, generated secrets).
create table installation_settings (
  key         text primary key,
  value       jsonb not null,
  updated_at  timestamptz not null default now()
);

-- Every write operation asked of the API: who, what, when, with which outcome. Never updated.
create table audit_entries (
  id          uuid primary key,
  at          timestamptz not null default now(),
  actor_type  text not null,
  actor_id    text not null,
  operation   text not null,
  subject_id  text,
  outcome     text not null,
  request_id  text not null,
  ip          text
);
create index audit_entries_at on audit_entries (at desc);
create index audit_entries_actor on audit_entries (actor_id, at desc);
create index audit_entries_subject on audit_entries (subject_id, at desc) where subject_id is not null;

-- Which worker processes live, so that jobs locked by a killed one are freed in seconds rather than hours.
create table worker_heartbeats (
  process_id  text primary key,
  worker_ids  text[] not null,
  beat_at     timestamptz not null default now()
);

-- How names are searched: case, accents and apostrophes do not matter ("lea" finds "Léa", "atelier" finds "l’atelier").
create function search_vector(input text) returns tsvector language sql immutable parallel safe as $$
  select to_tsvector('simple', translate(lower(input),
    'àáâãäåçèéêëìíîïñòóôõöùúûüýÿœæ’''', 'aaaaaaceeeeiiiinooooouuuuyyoa  '))
$$;
