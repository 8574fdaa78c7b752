-- module: cpq/configuration
-- Guides: a feature model with the questions that lead through it, and what each choice puts in the basket.

create table guides (
  id           uuid primary key,
  slug         text not null,
  version      integer not null,
  status       text not null check (status in ('draft', 'published', 'retired')),
  name         jsonb not null,
  intro        jsonb not null,
  model        jsonb not null,
  questions    jsonb not null,
  lines        jsonb not null,
  -- what was proved when it was published: number of valid configurations, dead options, redundant rules
  analysis     jsonb,
  published_at timestamptz,
  created_at   timestamptz not null default now(),
  unique (slug, version)
);
create unique index guides_one_published on guides (slug) where status = 'published';
