-- module: record/customers
-- The one connected record: accounts (company or person), the contacts in them with their roles, and every identifier
-- by which someone may be recognised.

create table customers (
  id              uuid primary key,
  number          text not null unique,
  kind            text not null check (kind in ('company', 'person')),
  name            text not null,
  parent_id       uuid references customers (id),
  legal_entity_id uuid references legal_entities (id),
  owner_id        uuid references staff (id),
  team_id         uuid references teams (id),
  sector          text,
  size            text,
  website         text,
  siren           text,
  vat_number      text,
  billing_address jsonb,
  currency        text not null default 'EUR',
  locale          text not null default 'fr' check (locale in ('en', 'fr')),
  time_zone       text not null default 'Europe/Paris',
  segment         text,
  -- set when this record was merged into another; the row stays so that the merge can be undone
  merged_into_id  uuid references customers (id),
  import_id       uuid,
  external_id     text unique,
  attributes      jsonb not null default '{}',
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  search          tsvector generated always as (search_vector(name || ' ' || number || ' ' || coalesce(siren, '') || ' ' || coalesce(vat_number, ''))) stored
);
create index customers_created on customers (created_at desc, id desc);
create index customers_name on customers (lower(name), id);
create index customers_owner on customers (owner_id);
create index customers_search on customers using gin (search);
create index customers_import on customers (import_id) where import_id is not null;

create table contacts (
  id              uuid primary key,
  customer_id     uuid references customers (id),
  first_name      text not null default '',
  last_name       text not null default '',
  email           text,
  phone           text,
  job_title       text,
  -- decision_maker, buyer, project_manager, it, finance, user
  roles           text[] not null default '{}',
  is_primary      boolean not null default false,
  locale          text not null default 'fr' check (locale in ('en', 'fr')),
  import_id       uuid,
  external_id     text unique,
  merged_into_id  uuid references contacts (id),
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  search          tsvector generated always as (search_vector(first_name || ' ' || last_name || ' ' || coalesce(email, '') || ' ' || coalesce(phone, ''))) stored
);
create index contacts_customer on contacts (customer_id);
create index contacts_email on contacts (lower(email));
create index contacts_search on contacts using gin (search);
create index contacts_import on contacts (import_id) where import_id is not null;

-- Every way of recognising someone. Two different verified identifiers never merge two people by themselves.
create table identifiers (
  id              uuid primary key,
  contact_id      uuid references contacts (id),
  customer_id     uuid references customers (id),
  kind            text not null check (kind in ('email', 'phone', 'visitor', 'external')),
  value           text not null,
  value_norm      text not null,
  verified_at     timestamptz,
  invalid_at      timestamptz,
  suppressed_at   timestamptz,
  created_at      timestamptz not null default now(),
  unique (kind, value_norm, contact_id)
);
create index identifiers_lookup on identifiers (kind, value_norm);
create index identifiers_contact on identifiers (contact_id);
