-- module: back-office/invoices
-- What is owed and what was billed for it: obligations happen once by their key, issued documents never change.

-- One row per account that is billed: locked while it is, so that two runs take turns.
create table billing_accounts (
  customer_id      uuid primary key references customers (id),
  billed_as_of     date
);

-- A product that arrived or a service that was confirmed: owed once per order item.
create table one_off_charges (
  id               uuid primary key,
  order_item_id    uuid not null unique,
  order_id         uuid not null,
  customer_id      uuid not null references customers (id),
  contact_id       uuid,
  kind             text not null check (kind in ('product', 'service')),
  sku              text not null,
  name             text not null,
  quantity         text not null,
  net_minor        bigint not null,
  currency         text not null,
  vat_category     text not null,
  vat_rate         text not null,
  earned_on        date not null,
  -- the fact it was earned by
  event_id         uuid not null,
  withdrawn_at     timestamptz
);
create index one_off_charges_customer on one_off_charges (customer_id);

create table invoices (
  id               uuid primary key,
  number           text not null unique,
  kind             text not null check (kind in ('invoice', 'credit_note')),
  customer_id      uuid not null references customers (id),
  contact_id       uuid,
  legal_entity_id  uuid not null references legal_entities (id),
  order_id         uuid,
  -- credit notes: the invoice they correct
  corrects_id      uuid references invoices (id),
  reason           text,
  currency         text not null,
  locale           text not null,
  issued_on        date not null,
  due_on           date not null,
  net_minor        bigint not null check (net_minor >= 0),
  tax_minor        bigint not null check (tax_minor >= 0),
  total_minor      bigint not null check (total_minor = net_minor + tax_minor),
  vat              jsonb not null,
  -- the electronic invoice as it was issued: PDF and XML are made from it, always the same
  content          jsonb not null,
  content_sha256   text not null,
  issued_event_id  uuid not null,
  issued_at        timestamptz not null,
  check ((kind = 'credit_note') = (corrects_id is not null))
);
create index invoices_issued on invoices (issued_at desc, id desc);
create index invoices_customer on invoices (customer_id, issued_at desc);
create index invoices_corrects on invoices (corrects_id) where corrects_id is not null;

-- Amounts of a credit note are positive, like its document.
create table invoice_lines (
  id               uuid primary key,
  invoice_id       uuid not null references invoices (id),
  position         integer not null,
  kind             text not null check (kind in ('one_off', 'service', 'recurring', 'usage', 'correction')),
  sku              text not null,
  name             text not null,
  quantity         text not null,
  unit             text not null,
  net_minor        bigint not null,
  vat_category     text not null,
  vat_rate         text not null,
  service_from     date,
  -- the last day served
  service_to       date,
  order_item_id    uuid,
  subscription_id  uuid,
  credits_line_id  uuid references invoice_lines (id),
  derivation       jsonb not null,
  unique (invoice_id, position)
);
create index invoice_lines_credits on invoice_lines (credits_line_id) where credits_line_id is not null;
create index invoice_lines_order_item on invoice_lines (order_item_id) where order_item_id is not null;

-- The durable intent between what was agreed and what was billed. Its key is what makes billing happen once.
create table obligations (
  key              text primary key,
  customer_id      uuid not null references customers (id),
  currency         text not null,
  item_id          uuid not null,
  kind             text not null,
  reason           text not null,
  version_id       uuid not null,
  terms_id         text not null,
  service_from     text not null,
  service_to       text not null,
  from_ms          bigint not null,
  to_ms            bigint not null,
  percent_off      text not null,
  proration        text not null,
  credits          text references obligations (key),
  quantity         text not null,
  net_minor        bigint not null,
  vat              jsonb not null,
  invoice_line_id  uuid not null references invoice_lines (id),
  unique (item_id, kind, service_from, reason)
);
create index obligations_customer on obligations (customer_id);

create table invoice_documents (
  invoice_id       uuid not null references invoices (id),
  format           text not null check (format in ('facturx', 'ubl')),
  file_key         text not null,
  sha256           text not null,
  size             integer not null,
  made_at          timestamptz not null,
  primary key (invoice_id, format)
);

-- What became of a document after it was issued. The document itself never changes.
create table invoice_follow_ups (
  invoice_id       uuid primary key references invoices (id),
  sent_at          timestamptz,
  sent_to          text,
  viewed_at        timestamptz,
  disputed_at      timestamptz,
  dispute_reason   text,
  settled_at       timestamptz,
  settled_how      text,
  overdue_at       timestamptz
);

create table billing_runs (
  id               uuid primary key,
  -- "2026-04" for the monthly run: once
  period           text unique,
  as_of            date not null,
  started_at       timestamptz not null,
  finished_at      timestamptz,
  accounts         integer not null default 0,
  invoices         integer not null default 0,
  failures         integer not null default 0
);

-- Accounts that could not be billed, and why; a later run that succeeds clears them.
create table billing_failures (
  customer_id      uuid primary key references customers (id),
  as_of            date not null,
  reason           text not null,
  failed_at        timestamptz not null
);

create trigger invoices_immutable before update or delete on invoices for each row execute function refuse_change();
create trigger invoice_lines_immutable before update or delete on invoice_lines for each row execute function refuse_change();
create trigger obligations_immutable before update or delete on obligations for each row execute function refuse_change();
create trigger invoice_documents_immutable before update or delete on invoice_documents for each row execute function refuse_change();
