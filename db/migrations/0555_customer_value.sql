-- module: experience/customer-value
-- What a customer is worth, how they are doing, how likely they are to leave, with the reasons.

create table value_subscriptions (
  subscription_id uuid primary key,
  customer_id     uuid not null references customers (id),
  name            text not null,
  monthly_minor   bigint not null,
  currency        text not null,
  started_at      timestamptz not null,
  ended_at        timestamptz
);
create index value_subscriptions_customer on value_subscriptions (customer_id);
create index value_subscriptions_active on value_subscriptions (started_at, ended_at);
create table customer_values (
  customer_id    uuid primary key references customers (id),
  currency       text not null,
  billed_minor   bigint not null default 0,
  margin_minor   bigint not null default 0,
  monthly_minor  bigint not null default 0,
  health         integer,
  health_reasons jsonb not null default '[]',
  stated_health  integer,
  churn_percent  integer,
  churn_reasons  jsonb not null default '[]',
  risk_stated    boolean not null default false,
  churned_at     timestamptz,
  stale          boolean not null default true,
  computed_at    timestamptz
);
create index customer_values_stale on customer_values (customer_id) where stale;
create index customer_values_risk on customer_values (churn_percent desc nulls last, customer_id);
-- One row: the simple margin taken of what is billed.
create table value_settings (
  id             boolean primary key default true check (id),
  margin_percent integer not null default 40 check (margin_percent between 0 and 100)
);
insert into value_settings default values;
