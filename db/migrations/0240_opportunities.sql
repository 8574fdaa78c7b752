-- module: front-office/opportunities
-- Deals: where they stand, whose they are, what they are worth; one row per move between stages.

create table opportunity_stages (
  key          text primary key,
  position     integer not null unique,
  name         jsonb not null,
  kind         text not null check (kind in ('open', 'won', 'lost')),
  -- percent, for the weighted forecast
  probability  integer not null check (probability between 0 and 100)
);
insert into opportunity_stages (key, position, name, kind, probability) values
  ('prospecting', 1, '{"en": "Prospecting", "fr": "Prospection"}', 'open', 10),
  ('engaging', 2, '{"en": "Engaging", "fr": "En discussion"}', 'open', 30),
  ('proposal', 3, '{"en": "Quote sent", "fr": "Devis envoyé"}', 'open', 55),
  ('negotiation', 4, '{"en": "Negotiation", "fr": "Négociation"}', 'open', 75),
  ('won', 5, '{"en": "Won", "fr": "Gagnée"}', 'won', 100),
  ('lost', 6, '{"en": "Lost", "fr": "Perdue"}', 'lost', 0);

create table opportunities (
  id             uuid primary key,
  name           text not null,
  customer_id    uuid references customers (id),
  contact_id     uuid references contacts (id),
  stage          text not null references opportunity_stages (key),
  value_minor    bigint,
  currency       text not null default 'EUR',
  owner_id       uuid references staff (id),
  -- the seller's name as an imported file gives it, when they have no account here
  owner_name     text,
  team_id        uuid references teams (id),
  lead_id        uuid,
  product        text,
  expected_on    date,
  engaged_on     date,
  closed_at      timestamptz,
  lost_reason    text,
  -- why this row needs a person to look at it (an imported deal without account)
  mark           text,
  import_id      uuid,
  external_id    text unique,
  created_at     timestamptz not null default now(),
  updated_at     timestamptz not null default now(),
  search         tsvector generated always as (search_vector(name || ' ' || coalesce(product, '') || ' ' || coalesce(external_id, ''))) stored
);
create index opportunities_created on opportunities (created_at desc, id desc);
create index opportunities_stage on opportunities (stage, created_at desc, id desc);
create index opportunities_customer on opportunities (customer_id);
create index opportunities_owner on opportunities (owner_id, stage);
create index opportunities_search on opportunities using gin (search);
create index opportunities_import on opportunities (import_id) where import_id is not null;

create table opportunity_moves (
  opportunity_id uuid not null references opportunities (id) on delete cascade,
  moved_at       timestamptz not null,
  from_stage     text,
  to_stage       text not null,
  moved_by       text not null,
  primary key (opportunity_id, moved_at, to_stage)
);

-- Which quotes belong to which deal, learnt from the facts quotes state.
create table opportunity_quotes (
  quote_id       uuid primary key,
  opportunity_id uuid not null references opportunities (id) on delete cascade
);

-- The forecast as it was at the end of each day: what moved is the difference between two of these.
create table forecast_snapshots (
  taken_on       date not null,
  owner_id       uuid,
  stage          text not null,
  currency       text not null,
  opportunities  integer not null,
  value_minor    bigint not null,
  weighted_minor bigint not null
);
create unique index forecast_snapshots_key on forecast_snapshots (taken_on, coalesce(owner_id, '00000000-0000-0000-0000-000000000000'), stage, currency);
