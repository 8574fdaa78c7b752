-- module: back-office/payments
-- Money in: how it came, what it pays, what went back. An amount is allocated once per payment and invoice.

create table payments (
  id               uuid primary key,
  customer_id      uuid references customers (id),
  contact_id       uuid,
  method           text not null check (method in ('card', 'transfer', 'direct_debit')),
  amount_minor     bigint not null check (amount_minor > 0),
  currency         text not null,
  reference        text not null,
  -- where it came from: "card:<intent>" or "camt:<iban>:<entry>"; the same money arrives once
  source_key       text not null unique,
  payer_name       text,
  payer_iban       text,
  received_on      date not null,
  received_at      timestamptz not null
);
create index payments_received on payments (received_at desc, id desc);
create index payments_customer on payments (customer_id, received_at desc);
create index payments_payer on payments (payer_iban) where payer_iban is not null;

create table allocations (
  id               uuid primary key,
  payment_id       uuid not null references payments (id),
  invoice_id       uuid not null references invoices (id),
  kind             text not null check (kind in ('payment', 'release')),
  -- a release (before a refund) is negative
  amount_minor     bigint not null check ((kind = 'payment') = (amount_minor > 0) and amount_minor <> 0),
  allocated_at     timestamptz not null,
  unique (payment_id, invoice_id, kind)
);
create index allocations_invoice on allocations (invoice_id);

create table refunds (
  id               uuid primary key,
  payment_id       uuid not null references payments (id),
  amount_minor     bigint not null check (amount_minor > 0),
  reason           text not null,
  refunded_at      timestamptz not null
);
create index refunds_payment on refunds (payment_id);

create table card_intents (
  id               uuid primary key,
  invoice_id       uuid not null references invoices (id),
  customer_id      uuid not null references customers (id),
  contact_id       uuid,
  amount_minor     bigint not null check (amount_minor > 0),
  currency         text not null,
  status           text not null check (status in ('open', 'succeeded', 'cancelled')),
  attempts         integer not null default 0,
  last_failure     text,
  payment_id       uuid references payments (id),
  created_at       timestamptz not null
);
-- at most one card payment on its way per invoice
create unique index card_intents_one_open on card_intents (invoice_id) where status = 'open';

create table bank_statements (
  id               uuid primary key,
  iban             text not null,
  reference        text not null,
  sha256           text not null,
  imported_at      timestamptz not null,
  unique (iban, reference)
);

create table bank_entries (
  id               uuid primary key,
  statement_id     uuid not null references bank_statements (id),
  -- what the bank knows the movement by: the same movement in two statements is one
  entry_key        text not null unique,
  amount_minor     bigint not null,
  currency         text not null,
  booked_on        date not null,
  remittance       text not null,
  structured       text,
  payer_name       text,
  payer_iban       text,
  status           text not null check (status in ('matched', 'unmatched', 'ignored')),
  why              text,
  payment_id       uuid references payments (id)
);
create index bank_entries_open on bank_entries (booked_on desc, id desc) where status = 'unmatched';

create table reminders (
  id               uuid primary key,
  invoice_id       uuid not null references invoices (id),
  level            integer not null check (level between 1 and 3),
  sent_at          timestamptz not null,
  unique (invoice_id, level)
);

create trigger allocations_immutable before update or delete on allocations for each row execute function refuse_change();
create trigger refunds_immutable before update or delete on refunds for each row execute function refuse_change();
