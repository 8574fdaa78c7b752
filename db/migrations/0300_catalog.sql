-- module: cpq/catalog
-- What is sold and at which price: offerings with their versions, price books by currency, segment and region, taxes.

create table offerings (
  id              uuid primary key,
  sku             text not null unique,
  kind            text not null check (kind in ('product', 'service', 'subscription', 'bundle')),
  status          text not null default 'draft' check (status in ('draft', 'published', 'retired')),
  version         integer not null default 0,
  name            jsonb not null,
  description     jsonb not null default '{}',
  family          text not null,
  tax_class       text not null default 'standard',
  -- how it reaches the customer, and after how many days it usually can
  delivery        text not null default 'none' check (delivery in ('ship', 'install', 'provision', 'none')),
  lead_time_days  integer not null default 0 check (lead_time_days >= 0),
  unit_cost_minor bigint,
  currency        text not null default 'EUR',
  -- a subscription: months per period, months of commitment, what is metered
  every_months    integer check (every_months > 0),
  term_months     integer check (term_months > 0),
  meters          jsonb not null default '[]',
  characteristics jsonb not null default '[]',
  import_id       uuid,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  check ((kind = 'subscription') = (every_months is not null))
);
create index offerings_family on offerings (family);
create index offerings_created on offerings (created_at desc, id desc);

-- What an offering was at each publication; a sold line refers to one of these for ever.
create table offering_versions (
  offering_id     uuid not null references offerings (id),
  version         integer not null,
  published_at    timestamptz not null,
  published_by    text not null,
  content         jsonb not null,
  primary key (offering_id, version)
);

create table price_books (
  id              uuid primary key,
  name            text not null unique,
  currency        text not null,
  segment         text,
  region          text,
  valid_from      date,
  valid_until     date,
  priority        integer not null default 0,
  created_at      timestamptz not null default now()
);

-- price: a price model of the pricing engine, as its JSON.
create table prices (
  id              uuid primary key,
  price_book_id   uuid not null references price_books (id),
  offering_id     uuid not null references offerings (id),
  price           jsonb not null,
  valid_from      date not null,
  valid_until     date,
  created_at      timestamptz not null default now(),
  unique (price_book_id, offering_id, valid_from)
);
create index prices_offering on prices (offering_id);

create table tax_rules (
  id              uuid primary key,
  tax_class       text not null,
  region          text not null,
  category        text not null,
  percent         text not null,
  reason          text,
  valid_from      date not null default '2000-01-01',
  unique (tax_class, region, category, valid_from)
);
