-- module: cpq/quotes
-- Offers with a price and a date. A quote has versions; a version that was sent never changes again. Each line keeps the
-- derivation of its price, so that "why this price" has an answer years later.

create table quotes (
  id              uuid primary key,
  number          text not null unique,
  customer_id     uuid not null references customers (id),
  contact_id      uuid references contacts (id),
  opportunity_id  uuid,
  owner_id        uuid references staff (id),
  team_id         uuid references teams (id),
  status          text not null check (status in ('draft', 'in_approval', 'ready', 'sent', 'accepted', 'declined', 'expired')),
  -- the version being worked on or sent last
  version         integer not null default 1,
  currency        text not null,
  locale          text not null check (locale in ('en', 'fr')),
  -- the basket it was asked from: asked twice, drafted once
  basket_id       uuid unique,
  summary         text,
  valid_until     date,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  sent_at         timestamptz,
  decided_at      timestamptz,
  decline_reason  text
);
create index quotes_created on quotes (created_at desc, id desc);
create index quotes_customer on quotes (customer_id, created_at desc);
create index quotes_opportunity on quotes (opportunity_id);
create index quotes_owner on quotes (owner_id, created_at desc);
create index quotes_status on quotes (status, created_at desc);
create index quotes_open_until on quotes (valid_until) where status = 'sent';

create table quote_versions (
  quote_id        uuid not null references quotes (id),
  version         integer not null,
  header_discount_percent text not null default '0',
  note            text,
  delivery_address jsonb,
  -- once for one-off lines, one period of each subscription
  list_minor      bigint not null default 0,
  net_minor       bigint not null default 0,
  tax_minor       bigint not null default 0,
  total_minor     bigint not null default 0,
  cost_minor      bigint,
  -- over the whole term of every subscription
  contract_minor  bigint not null default 0,
  lead_time_days  integer not null default 0,
  -- [{"category": "S", "percent": "20", "netMinor": "..", "taxMinor": ".."}]
  taxes           jsonb not null default '[]',
  -- what the pricing engine was given and gave back: replayable (server/cpq/pricing/engine/replay.ts)
  price_case      jsonb,
  price_hash      text,
  priced_on       date,
  -- the decision on approval when it was submitted: table version, rules that fired, per line
  decision        jsonb,
  submitted_at    timestamptz,
  sent_at         timestamptz,
  valid_until     date,
  document_key    text,
  document_sha256 text,
  document_pages  integer,
  created_at      timestamptz not null,
  primary key (quote_id, version)
);
create index quote_versions_document on quote_versions (document_sha256) where document_sha256 is not null;

create table quote_lines (
  id              uuid primary key,
  quote_id        uuid not null,
  version         integer not null,
  position        integer not null,
  offering_id     uuid not null,
  offering_version integer not null,
  sku             text not null,
  name            jsonb not null,
  description     jsonb not null default '{}',
  kind            text not null check (kind in ('product', 'service', 'subscription')),
  quantity        text not null,
  discount_percent text not null default '0',
  characteristics jsonb not null default '{}',
  list_minor      bigint not null default 0,
  net_minor       bigint not null default 0,
  cost_minor      bigint,
  vat_category    text not null default 'S',
  vat_rate        text not null default '0',
  every_months    integer,
  term_months     integer,
  meters          jsonb not null default '[]',
  delivery        text not null,
  lead_time_days  integer not null,
  -- every step of the price, and its hash
  derivation      jsonb,
  derivation_hash text,
  unique (quote_id, version, position) deferrable initially deferred,
  foreign key (quote_id, version) references quote_versions (quote_id, version)
);

create table quote_comments (
  id              uuid primary key,
  quote_id        uuid not null references quotes (id),
  version         integer not null,
  by_kind         text not null check (by_kind in ('customer', 'staff')),
  by_id           uuid not null,
  by_name         text not null,
  comment         text not null,
  asks_change     boolean not null default false,
  commented_at    timestamptz not null
);
create index quote_comments_quote on quote_comments (quote_id, commented_at);

-- One row per contact, version and day: how often a customer came back.
create table quote_views (
  quote_id        uuid not null references quotes (id),
  version         integer not null,
  contact_id      uuid not null,
  viewed_on       date not null,
  viewed_at       timestamptz not null,
  primary key (quote_id, version, contact_id, viewed_on)
);
