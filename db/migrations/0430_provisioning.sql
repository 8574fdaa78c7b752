-- module: back-office/provisioning
-- Services switched on: what runs at which customer's, under which identifier.

create table installed_services (
  id           uuid primary key,
  customer_id  uuid not null references customers (id),
  order_id     uuid not null,
  item_id      uuid not null unique,
  task_id      uuid not null,
  service      text not null,
  sku          text not null,
  identifier   text not null unique,
  status       text not null check (status in ('active', 'suspended', 'stopped')),
  activated_at timestamptz not null,
  stopped_at   timestamptz
);
create index installed_services_customer on installed_services (customer_id);

-- Orders already announced as delivered, so that it is said once.
create table delivery_confirmations (
  order_id     uuid primary key,
  confirmed_at timestamptz not null
);
