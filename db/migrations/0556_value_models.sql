-- module: experience/customer-value
-- What was learnt of all customers, what each bought once, and the value to expect of each with its derivation.

-- renewals (shifted beta-geometric), purchases (BG/NBD), spending (Gamma-Gamma), churn (moved weights of the risk score).
create table value_models (
  kind        text primary key check (kind in ('renewals', 'purchases', 'spending', 'churn')),
  parameters  jsonb not null,
  learnt_from integer not null,
  learnt_at   timestamptz not null
);
-- The one-off lines of an order: repeat purchases are learnt from these, subscriptions from their renewals.
create table value_purchases (
  order_id     uuid primary key,
  customer_id  uuid not null references customers (id),
  bought_on    date not null,
  amount_minor bigint not null,
  currency     text not null
);
create index value_purchases_customer on value_purchases (customer_id, bought_on);
alter table customer_values add column expected_minor bigint, add column expected_steps jsonb not null default '[]';
create index customer_values_churned on customer_values (churned_at) where churned_at is not null;
