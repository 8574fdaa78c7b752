-- module: record/segments
-- Named groups of people by rule, with who is in each now: kept up by the log, so that nobody waits for a nightly run.

create table segments (
  id             uuid primary key,
  name           text not null,
  description    text not null default '',
  definition     jsonb not null,
  -- true when a rule counts days back: such a segment changes as time passes, without anything happening
  ages           boolean not null default false,
  member_count   bigint not null default 0,
  computed_at    timestamptz,
  archived_at    timestamptz,
  created_by     text not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);
create unique index segments_name on segments (lower(name)) where archived_at is null;

create table segment_members (
  segment_id     uuid not null references segments (id),
  contact_id     uuid not null,
  since          timestamptz not null,
  primary key (segment_id, contact_id)
);
create index segment_members_contact on segment_members (contact_id);
