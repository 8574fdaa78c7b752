-- module: cpq/baskets
-- What a customer puts together by answering a guide: always a valid configuration.

create table baskets (
  id             uuid primary key,
  -- the secret that makes a basket its owner's: shown once, kept as a hash
  key_hash       text not null,
  guide_id       uuid not null references guides (id),
  status         text not null check (status in ('open', 'configured', 'requested')),
  visitor_id     uuid,
  contact_id     uuid references contacts (id),
  customer_id    uuid references customers (id),
  locale         text not null,
  choices        jsonb not null default '[]',
  extras         text[] not null default '{}',
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  requested_at   timestamptz
);
create index baskets_visitor on baskets (visitor_id);
