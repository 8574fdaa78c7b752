-- module: experience/listening
-- What people publish about us elsewhere.

create table reviews (
  id            uuid primary key,
  site          text not null,
  external_id   text not null,
  rating        double precision not null check (rating between 1 and 5),
  text          text not null,
  author        text not null,
  url           text,
  customer_id   uuid references customers (id),
  import_id     uuid,
  published_at  timestamptz not null,
  unique (site, external_id)
);
create index reviews_published on reviews (published_at desc, id desc);
