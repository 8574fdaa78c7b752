-- module: record/webhooks
-- Telling other systems what happened: who is told, what was told when, and how they answered.

create table webhook_endpoints (
  id              uuid primary key,
  name            text not null,
  url             text not null,
  -- kinds of events: "invoice.issued", "invoice.*"; empty means all
  types           text[] not null default '{}',
  -- sealed with the secret of the installation; the older one still signs beside the new until it expires
  secret          text not null,
  old_secret      text,
  old_secret_until timestamptz,
  status          text not null default 'active' check (status in ('active', 'paused', 'disabled')),
  status_reason   text,
  failing_since   timestamptz,
  created_by      uuid not null,
  created_at      timestamptz not null,
  removed_at      timestamptz
);

create table webhook_deliveries (
  id              uuid primary key,
  endpoint_id     uuid not null references webhook_endpoints (id),
  event_id        uuid not null,
  event_type      text not null,
  status          text not null check (status in ('pending', 'delivered', 'failed')),
  attempts        int not null default 0,
  next_at         timestamptz,
  response_status int,
  error           text,
  created_at      timestamptz not null default now(),
  delivered_at    timestamptz,
  -- an event is told once to each endpoint, however often the log is read
  unique (endpoint_id, event_id)
);
create index webhook_deliveries_endpoint on webhook_deliveries (endpoint_id, id desc);
create index webhook_deliveries_pending on webhook_deliveries (endpoint_id, id) where status <> 'delivered';

create table webhook_attempts (
  id              uuid primary key,
  delivery_id     uuid not null references webhook_deliveries (id),
  at              timestamptz not null,
  took_ms         int not null,
  response_status int,
  response_body   text,
  error           text
);
create index webhook_attempts_delivery on webhook_attempts (delivery_id, id desc);
