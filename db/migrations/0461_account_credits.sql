-- module: back-office/invoices
-- What an account was promised as goodwill and has not yet had: the next invoices give it back, line by line, until it is used up.
create table account_credits (
  id           uuid primary key,
  customer_id  uuid not null references customers (id),
  -- the decision it comes from: credited once, however often it is announced
  source_id    uuid not null unique,
  amount_minor bigint not null check (amount_minor > 0),
  used_minor   bigint not null default 0 check (used_minor between 0 and amount_minor),
  currency     text not null,
  reason       text not null,
  booked_at    timestamptz not null
);
create index account_credits_open on account_credits (customer_id) where used_minor < amount_minor;
create table account_credit_uses (
  credit_id    uuid not null references account_credits (id),
  invoice_id   uuid not null references invoices (id),
  amount_minor bigint not null check (amount_minor > 0),
  primary key (credit_id, invoice_id)
);
