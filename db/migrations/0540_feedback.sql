-- module: experience/feedback
-- What people say in their own words: language, tone, themes, and whether they were told what was done about it.

create table feedback_themes (
  id       uuid primary key,
  key      text not null unique,
  name     jsonb not null,
  -- stems by language: a word that begins so, or a phrase, speaks of the theme
  words    jsonb not null,
  active   boolean not null default true
);
create table feedback_items (
  id              uuid primary key,
  source          text not null check (source in ('survey', 'message', 'review')),
  source_event_id uuid not null unique,
  text            text not null,
  language        text not null,
  sentiment       text not null check (sentiment in ('negative', 'neutral', 'positive')),
  confidence      double precision not null,
  themes          text[] not null,
  kind            text,
  score           integer,
  journey_stage   text not null,
  customer_id     uuid references customers (id),
  contact_id      uuid references contacts (id),
  is_detractor    boolean not null default false,
  conversation_id uuid,
  loop_due_at     timestamptz,
  loop_closed_at  timestamptz,
  loop_done       text,
  corrected_by    text,
  received_at     timestamptz not null
);
create index feedback_items_received on feedback_items (received_at desc, id desc);
create index feedback_items_customer on feedback_items (customer_id, received_at desc);
create index feedback_items_themes on feedback_items using gin (themes);
create index feedback_items_open on feedback_items (loop_due_at) where loop_due_at is not null and loop_closed_at is null;
-- A theme is said to emerge once per week.
create table feedback_theme_alerts (
  theme    text not null,
  week     date not null,
  count    integer not null,
  before   integer not null,
  primary key (theme, week)
);
