-- module: record/imports
-- Files taken in: what was sent, how its columns were understood, what became of each row, whether it was undone.

create table imports (
  id           uuid primary key,
  kind         text not null,
  file_name    text not null,
  file_key     text not null,
  columns      jsonb not null,
  sample       jsonb not null,
  mapping      jsonb not null,
  options      jsonb not null,
  status       text not null check (status in ('ready', 'running', 'completed', 'failed', 'undone')),
  rows         integer not null default 0,
  created      integer not null default 0,
  updated      integer not null default 0,
  unchanged    integer not null default 0,
  marked       integer not null default 0,
  errors       integer not null default 0,
  warnings     jsonb not null default '[]',
  problem      text,
  result_key   text,
  created_by   text not null,
  created_at   timestamptz not null,
  finished_at  timestamptz
);
create index imports_created on imports (created_at desc, id desc);
