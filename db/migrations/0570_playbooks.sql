-- module: experience/playbooks
-- What to do when: named lists of steps, started by what happens, ticked off by people.

create table playbooks (
  id            uuid primary key,
  key           text not null unique,
  name          jsonb not null,
  trigger_event text not null,
  -- {"kpi": "win_rate"} or {"minPercent": 50}: compared with the data of the event
  condition     jsonb not null default '{}',
  owner_role    text not null,
  steps         jsonb not null,
  active        boolean not null default true
);
create table playbook_runs (
  id             uuid primary key,
  playbook_id    uuid not null references playbooks (id),
  cause_event_id uuid,
  customer_id    uuid references customers (id),
  reason         text not null,
  owner_id       uuid references staff (id),
  status         text not null check (status in ('open', 'done')),
  started_at     timestamptz not null,
  completed_at   timestamptz,
  unique (playbook_id, cause_event_id)
);
create unique index playbook_runs_one_open on playbook_runs (playbook_id, customer_id) where status = 'open' and customer_id is not null;
create index playbook_runs_started on playbook_runs (started_at desc, id desc);
create table playbook_tasks (
  id        uuid primary key,
  run_id    uuid not null references playbook_runs (id),
  position  integer not null,
  name      jsonb not null,
  due_at    timestamptz not null,
  done_at   timestamptz,
  done_by   text,
  unique (run_id, position)
);
