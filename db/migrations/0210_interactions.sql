-- module: front-office/interactions
-- Visitors of public pages: an id their own browser carries, where they first came from, and the line their acts belong to.

create table visitors (
  id            uuid primary key,
  first_seen_at timestamptz not null,
  last_seen_at  timestamptz not null,
  first_utm     jsonb not null default '{}',
  first_referrer text,
  -- correlation id of everything this visitor does
  line_id       uuid not null,
  -- the tracked click that brought them, when there was one
  click_id      uuid
);
