-- module: back-office/usage
-- What was consumed, each (source, source_id) exactly once and for ever, however often and however late it is reported.

create table usage_records (
  id               uuid primary key,
  source           text not null,
  source_id        text not null,
  subscription_id  uuid not null references subscriptions (id),
  item_id          uuid not null references subscription_items (id),
  customer_id      uuid not null,
  meter            text not null,
  quantity         numeric not null,
  -- what a "unique" count looks at (a device, a user)
  value            text,
  happened_at      timestamptz not null,
  recorded_at      timestamptz not null,
  -- a correction: the record of the same source it stands in for; voided counts for nothing itself
  replaces         text,
  voided           boolean not null default false,
  reason           text,
  unique (source, source_id)
);
create index usage_records_item on usage_records (item_id, happened_at);
create index usage_records_customer on usage_records (customer_id, happened_at desc, id desc);
create index usage_records_corrections on usage_records (source, replaces) where replaces is not null;

-- A share of the included units was reached: said once per period.
create table usage_thresholds (
  item_id          uuid not null references subscription_items (id),
  period_from      date not null,
  percent          integer not null,
  reached_at       timestamptz not null,
  primary key (item_id, period_from, percent)
);
