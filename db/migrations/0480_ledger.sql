-- module: back-office/ledger
-- Double entry: what money and promises mean to the accounts. Entries balance, never change, and know the fact they post.

create table ledger_accounts (
  code             text primary key,
  kind             text not null check (kind in ('asset', 'liability', 'revenue')),
  name_en          text not null,
  name_fr          text not null
);
insert into ledger_accounts (code, kind, name_en, name_fr) values
  ('411000', 'asset', 'Customers', 'Clients'),
  ('418100', 'asset', 'Customers, invoices to be issued', 'Clients, factures à établir'),
  ('445710', 'liability', 'VAT collected', 'TVA collectée'),
  ('471000', 'liability', 'Receipts not matched yet', 'Encaissements à rapprocher'),
  ('487000', 'liability', 'Deferred revenue', 'Produits constatés d’avance'),
  ('511500', 'asset', 'Card receipts', 'Encaissements par carte'),
  ('512000', 'asset', 'Bank', 'Banque'),
  ('706000', 'revenue', 'Services', 'Prestations de services'),
  ('707000', 'revenue', 'Goods sold', 'Ventes de marchandises');

create table journal_entries (
  id               uuid primary key,
  -- gapless per journal and year
  number           text not null unique,
  journal          text not null check (journal in ('VT', 'BQ', 'OD')),
  entry_date       date not null,
  -- the fact it posts: once per fact and purpose
  source_event_id  uuid not null,
  purpose          text not null,
  customer_id      uuid,
  piece            text not null,
  piece_date       date not null,
  label            text not null,
  currency         text not null,
  posted_at        timestamptz not null,
  unique (source_event_id, purpose)
);
create index journal_entries_date on journal_entries (entry_date desc, number desc);
create index journal_entries_customer on journal_entries (customer_id, entry_date desc) where customer_id is not null;

-- Debit is positive, credit negative.
create table postings (
  id               uuid primary key,
  entry_id         uuid not null references journal_entries (id),
  position         integer not null,
  account          text not null references ledger_accounts (code),
  amount_minor     bigint not null check (amount_minor <> 0),
  invoice_line_id  uuid,
  unique (entry_id, position)
);
create index postings_account on postings (account, entry_id);

create function entry_has_postings() returns trigger language plpgsql as $$
begin
  if (select count(*) from postings where entry_id = new.id) < 2 then
    raise exception 'entry % has no postings', new.id using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create function entry_balances() returns trigger language plpgsql as $$
declare total bigint;
begin
  select coalesce(sum(amount_minor), 0) into total from postings where entry_id = new.entry_id;
  if total <> 0 then
    raise exception 'entry % does not balance: % left over', new.entry_id, total using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end $$;
create constraint trigger postings_balance after insert on postings deferrable initially deferred for each row execute function entry_balances();
create constraint trigger journal_entries_whole after insert on journal_entries deferrable initially deferred for each row execute function entry_has_postings();
create trigger journal_entries_immutable before update or delete on journal_entries for each row execute function refuse_change();
create trigger postings_immutable before update or delete on postings for each row execute function refuse_change();

-- A performance obligation: what an invoice line promises and how it becomes revenue.
create table revenue_schedules (
  id               uuid primary key,
  invoice_line_id  uuid not null,
  invoice_id       uuid not null,
  customer_id      uuid not null,
  name             text not null,
  currency         text not null,
  account          text not null references ledger_accounts (code),
  -- the last day of the part of the service it stands for; revenue from then on
  recognise_on     date not null,
  amount_minor     bigint not null check (amount_minor >= 0),
  -- given back before it was earned
  cancelled_minor  bigint not null default 0 check (cancelled_minor between 0 and amount_minor),
  source_event_id  uuid not null,
  entry_id         uuid references journal_entries (id),
  unique (invoice_line_id, recognise_on)
);
create index revenue_schedules_due on revenue_schedules (recognise_on) where entry_id is null;

create table journal_exports (
  id               uuid primary key,
  format           text not null check (format in ('fec', 'csv')),
  from_day         date not null,
  to_day           date not null,
  entries          integer not null,
  file_name        text not null,
  file_key         text not null,
  sha256           text not null,
  exported_at      timestamptz not null
);
