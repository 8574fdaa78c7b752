-- module: back-office/orders
-- What was bought, item by item, as it was sold: an order never asks the catalogue or the quote again.

create table orders (
  id               uuid primary key,
  number           text not null unique,
  customer_id      uuid not null references customers (id),
  contact_id       uuid,
  quote_id         uuid unique,
  opportunity_id   uuid,
  status           text not null check (status in ('placed', 'planned', 'in_progress', 'completed', 'cancelled')),
  currency         text not null,
  net_minor        bigint not null,
  total_minor      bigint not null,
  delivery_address jsonb not null,
  locale           text not null,
  promised_on      date,
  expected_on      date,
  placed_at        timestamptz not null,
  completed_at     timestamptz,
  cancelled_at     timestamptz,
  cancel_reason    text
);
create index orders_placed on orders (placed_at desc, id desc);
create index orders_customer on orders (customer_id, placed_at desc);
create index orders_status on orders (status, placed_at desc);

create table order_items (
  id               uuid primary key,
  order_id         uuid not null references orders (id),
  position         integer not null,
  action           text not null check (action in ('add', 'modify', 'delete', 'no_change')),
  status           text not null default 'open' check (status in ('open', 'shipped', 'delivered', 'installed', 'active', 'returned', 'cancelled')),
  -- the sold line, complete (see soldLine in cpq/quotes/events.ts)
  line             jsonb not null,
  unique (order_id, position)
);

create table order_returns (
  id               uuid primary key,
  order_id         uuid not null references orders (id),
  item_id          uuid not null references order_items (id),
  status           text not null check (status in ('requested', 'received')),
  reason           text not null,
  condition        text,
  requested_at     timestamptz not null,
  received_at      timestamptz
);
create unique index order_returns_one_open on order_returns (item_id) where status = 'requested';
