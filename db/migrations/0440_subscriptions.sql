-- module: back-office/subscriptions
-- What continues: who subscribes to what since when, and what was agreed from one day to another. Billing reads these versions.

create table subscriptions (
  id               uuid primary key,
  number           text not null unique,
  customer_id      uuid not null references customers (id),
  contact_id       uuid,
  order_id         uuid not null,
  -- one subscription per order item, whoever reports the confirmation and how often
  order_item_id    uuid not null unique,
  name             text not null,
  sku              text not null,
  status           text not null check (status in ('active', 'paused', 'ended')),
  currency         text not null,
  time_zone        text not null,
  -- where billing periods are pinned: the 1st of the month, or the day it began
  anchor           text not null default 'calendar' check (anchor in ('calendar', 'anniversary')),
  every_months     integer not null check (every_months > 0),
  term_months      integer,
  starts_on        date not null,
  term_ends_on     date,
  renews           boolean not null default true,
  ends_on          date,
  end_reason       text,
  -- the fact it began with: billing and revenue walk back through it
  started_event_id uuid not null,
  created_at       timestamptz not null
);
create index subscriptions_customer on subscriptions (customer_id, created_at desc);
create index subscriptions_created on subscriptions (created_at desc, id desc);
create index subscriptions_term on subscriptions (term_ends_on) where status <> 'ended';

create table subscription_items (
  id               uuid primary key,
  subscription_id  uuid not null references subscriptions (id),
  kind             text not null check (kind in ('recurring', 'usage')),
  -- usage only: what is counted, and in what
  meter            text,
  unit             text,
  name             text not null,
  vat_category     text not null,
  vat_rate         text not null,
  unique (subscription_id, kind, meter)
);
create unique index subscription_items_recurring on subscription_items (subscription_id) where kind = 'recurring';

-- What was agreed for an item from one day to another. A version is closed, never rewritten.
create table subscription_item_versions (
  id               uuid primary key,
  item_id          uuid not null references subscription_items (id),
  valid_from       date not null,
  valid_to         date check (valid_to >= valid_from),
  quantity         text not null,
  -- recurring only: net of one period for the whole quantity
  period_net_minor bigint,
  -- usage only: a price model of the pricing engine as its JSON
  model            jsonb,
  reason           text not null,
  recorded_at      timestamptz not null
);
create unique index subscription_item_versions_one_open on subscription_item_versions (item_id) where valid_to is null;
create index subscription_item_versions_item on subscription_item_versions (item_id, valid_from, recorded_at);
