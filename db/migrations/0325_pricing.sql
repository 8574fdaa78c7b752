-- module: cpq/pricing
-- What departs from the list price: what a customer agreed, promotions, and discounts earned by quantity or term.

create table contracted_prices (
  id              uuid primary key,
  customer_id     uuid not null references customers (id),
  offering_id     uuid not null references offerings (id),
  currency        text not null default 'EUR',
  -- exactly one: a price model of the pricing engine, or a percentage off the list price
  price           jsonb,
  percent_off     text,
  valid_from      date not null,
  valid_until     date,
  note            text,
  created_at      timestamptz not null default now(),
  created_by      text not null,
  check ((price is null) <> (percent_off is null)),
  check (valid_until is null or valid_until >= valid_from),
  unique (customer_id, offering_id, valid_from)
);

-- rule: a promotion or a discount schedule in the words of the pricing engine (see docs/engines/pricing.md), without its id and days.
create table price_rules (
  id              uuid primary key,
  kind            text not null check (kind in ('promotion', 'schedule')),
  name            text not null unique,
  rule            jsonb not null,
  valid_from      date not null,
  valid_until     date,
  created_at      timestamptz not null default now(),
  created_by      text not null,
  check (valid_until is null or valid_until >= valid_from)
);
