-- module: experience/actions
-- Goodwill given with a corrective action: an amount, who asked, who decided; above the limit somebody else decides.
create table goodwill_grants (
  id           uuid primary key,
  action_id    uuid not null unique references action_plans (id),
  customer_id  uuid not null references customers (id),
  amount_minor bigint not null check (amount_minor > 0),
  currency     text not null,
  reason       text not null,
  status       text not null check (status in ('asked', 'granted', 'refused')),
  asked_by     uuid not null references staff (id),
  asked_at     timestamptz not null,
  decided_by   uuid references staff (id),
  decided_at   timestamptz
);
create table goodwill_limits (
  id          boolean primary key default true check (id),
  -- net, in minor units of the account's currency: up to here whoever works on the action decides alone
  limit_minor bigint not null default 5000 check (limit_minor >= 0)
);
insert into goodwill_limits default values;
