-- module: cpq/recommendations
-- What goes with what: pairs seen bought together, counted from orders, and pairs the organisation states itself.

create table offering_pairs (
  sku          text not null,
  with_sku     text not null,
  together     integer not null default 0,
  primary key (sku, with_sku)
);
create table offering_counts (
  sku          text primary key,
  orders       integer not null default 0
);
create table stated_recommendations (
  sku          text not null,
  with_sku     text not null,
  kind         text not null check (kind in ('cross_sell', 'up_sell')),
  reason       jsonb not null,
  primary key (sku, with_sku)
);
