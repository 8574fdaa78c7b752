-- module: experience/actions
-- What is done about a missed target or a threatened promise, by whom, until when, and whether it helped.

create table action_rules (
  id                 uuid primary key,
  key                text not null unique,
  name               jsonb not null,
  -- exactly one of the two starts it
  on_kpi             text,
  on_event           text,
  -- [{"kind": "message", "template": ...}, {"kind": "goodwill", "percent": 10}, {"kind": "task", "name": {...}}]
  steps              jsonb not null,
  owner_role         text not null,
  due_hours          integer not null,
  measure_kpi        text,
  measure_after_days integer not null default 30,
  active             boolean not null default true,
  check ((on_kpi is null) <> (on_event is null))
);
create table action_plans (
  id              uuid primary key,
  rule_id         uuid references action_rules (id),
  cause_event_id  uuid,
  subject_id      uuid,
  name            text not null,
  reason          text not null,
  stage           text not null,
  kpi             text,
  -- the customers it is for, compared with all others when its effect is measured; everyone when null
  segment         text,
  customer_id     uuid references customers (id),
  contact_id      uuid references contacts (id),
  owner_id        uuid references staff (id),
  due_at          timestamptz,
  status          text not null check (status in ('open', 'done', 'cancelled')),
  steps           jsonb not null default '[]',
  outcome         text,
  measure_days    integer not null,
  started_at      timestamptz not null,
  completed_at    timestamptz,
  measured_at     timestamptz,
  effect          jsonb,
  unique (rule_id, cause_event_id)
);
create unique index action_plans_one_open on action_plans (rule_id, subject_id) where status = 'open' and rule_id is not null and subject_id is not null;
create index action_plans_started on action_plans (started_at desc, id desc);
create index action_plans_measure on action_plans (started_at) where measured_at is null and kpi is not null;
