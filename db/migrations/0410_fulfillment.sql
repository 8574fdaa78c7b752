-- module: back-office/fulfillment
-- The plan of an order: tasks with what they wait for, what was promised, and what is at risk.

create table order_plans (
  order_id      uuid primary key,
  customer_id   uuid not null references customers (id),
  contact_id    uuid,
  order_number  text not null,
  placed_at     timestamptz not null,
  promised_on   date not null,
  expected_on   date not null,
  jeopardy      text,
  closed_at     timestamptz
);
create index order_plans_open on order_plans (promised_on) where closed_at is null;

create table tasks (
  id            uuid primary key,
  order_id      uuid not null references order_plans (order_id),
  position      integer not null,
  kind          text not null check (kind in ('ship', 'install', 'provision')),
  item_ids      uuid[] not null,
  name          text not null,
  depends_on    uuid[] not null default '{}',
  status        text not null check (status in ('waiting', 'ready', 'started', 'completed', 'failed', 'cancelled')),
  due_at        timestamptz not null,
  -- after this instant without a start the promise is in danger
  jeopardy_at   timestamptz not null,
  expected_at   timestamptz not null,
  -- how long it usually takes from the moment nothing holds it back
  duration_ms   bigint not null,
  started_at    timestamptz,
  completed_at  timestamptz,
  failure       text,
  attempts      integer not null default 0,
  -- once started it cannot be taken back; before, cancelling the order is enough
  no_return     boolean not null,
  compensation  text,
  unique (order_id, position)
);
create index tasks_open on tasks (status, due_at) where status in ('waiting', 'ready', 'started', 'failed');

create table shipments (
  id            uuid primary key,
  order_id      uuid not null references order_plans (order_id),
  task_id       uuid not null unique references tasks (id),
  carrier       text not null,
  tracking      text not null,
  dispatched_at timestamptz not null,
  delivered_at  timestamptz,
  received_by   text
);
