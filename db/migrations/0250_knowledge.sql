-- module: front-office/knowledge
-- Answers written once in both languages; readers see the published version while the next is being written.

create table articles (
  id            uuid primary key,
  slug          text not null unique,
  category      text not null,
  status        text not null check (status in ('draft', 'published', 'withdrawn')),
  -- the text being written: { en: { title, body }, fr: { title, body } }
  draft         jsonb not null,
  -- other words people use for it
  keywords      jsonb not null default '{"en": "", "fr": ""}',
  version       integer not null default 0,
  published     jsonb,
  published_at  timestamptz,
  used_count    integer not null default 0,
  author_id     text not null,
  created_at    timestamptz not null,
  updated_at    timestamptz not null,
  check ((status = 'published') <= (published is not null)),
  search_en     tsvector generated always as (
    setweight(search_vector(coalesce(published -> 'en' ->> 'title', draft -> 'en' ->> 'title') || ' ' || (keywords ->> 'en')), 'A')
    || setweight(search_vector(coalesce(published -> 'en' ->> 'body', draft -> 'en' ->> 'body')), 'C')) stored,
  search_fr     tsvector generated always as (
    setweight(search_vector(coalesce(published -> 'fr' ->> 'title', draft -> 'fr' ->> 'title') || ' ' || (keywords ->> 'fr')), 'A')
    || setweight(search_vector(coalesce(published -> 'fr' ->> 'body', draft -> 'fr' ->> 'body')), 'C')) stored
);
create index articles_search_en on articles using gin (search_en);
create index articles_search_fr on articles using gin (search_fr);
create index articles_updated on articles (updated_at desc, id desc);

create table article_versions (
  article_id    uuid not null references articles (id),
  version       integer not null,
  content       jsonb not null,
  published_at  timestamptz not null,
  published_by  text not null,
  primary key (article_id, version)
);
