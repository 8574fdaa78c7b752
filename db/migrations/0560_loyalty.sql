-- module: experience/loyalty
-- Customers who bring customers: their code, whom they referred, what became of it, how they were thanked; and who testifies.

create table referral_codes (
  code         text primary key,
  contact_id   uuid not null unique references contacts (id),
  customer_id  uuid references customers (id),
  created_at   timestamptz not null
);
create table referrals (
  id              uuid primary key,
  code            text not null references referral_codes (code),
  contact_id      uuid not null references contacts (id),
  customer_id     uuid references customers (id),
  name            text not null,
  email           text not null,
  email_norm      text not null unique,
  company         text,
  status          text not null check (status in ('made', 'lead', 'customer', 'converted')),
  lead_id         uuid unique,
  new_customer_id uuid,
  made_at         timestamptz not null,
  converted_at    timestamptz
);
create index referrals_made on referrals (made_at desc, id desc);
create index referrals_contact on referrals (contact_id, made_at desc);
create index referrals_customer on referrals (new_customer_id) where new_customer_id is not null;
create table rewards (
  id            uuid primary key,
  customer_id   uuid references customers (id),
  contact_id    uuid references contacts (id),
  what          text not null,
  reason        text not null,
  amount_minor  bigint,
  currency      text,
  referral_id   uuid unique references referrals (id),
  granted_at    timestamptz not null
);
create table testimonials (
  id            uuid primary key,
  customer_id   uuid references customers (id),
  contact_id    uuid not null unique references contacts (id),
  quote         text not null,
  public_name   text not null,
  granted_at    timestamptz not null,
  withdrawn_at  timestamptz
);
-- One row: what a referral that becomes a customer earns.
create table loyalty_settings (
  id            boolean primary key default true check (id),
  reward_minor  bigint not null default 5000,
  currency      text not null default 'EUR'
);
insert into loyalty_settings default values;
