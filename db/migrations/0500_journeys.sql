-- module: experience/journeys
-- The journey as it is meant (stages, personas, pain points, improvements) and as it is lived: rollups folded from the events.

create table journeys (
  id          uuid primary key,
  slug        text not null unique,
  name        jsonb not null,
  created_at  timestamptz not null default now()
);
create table journey_stages (
  journey_id  uuid not null references journeys (id),
  key         text not null,
  position    integer not null,
  name        jsonb not null,
  -- what the customer expects here, in their words
  expects     jsonb not null default '{"en": "", "fr": ""}',
  primary key (journey_id, key)
);
create table journey_personas (
  id          uuid primary key,
  journey_id  uuid not null references journeys (id),
  name        text not null,
  -- shown on the map as its filter, when people of this persona are marked by a segment
  segment     text,
  goals       text not null default '',
  position    integer not null default 0
);
-- Where it hurts. A pain point counts events of its kinds (see pain.ts); one noted by hand counts nothing by itself.
create table journey_pain_points (
  id          uuid primary key,
  journey_id  uuid not null references journeys (id),
  stage       text not null,
  key         text not null,
  name        jsonb not null,
  automatic   boolean not null,
  unique (journey_id, stage, key)
);
-- An opportunity for improvement: what would take the pain away, who sees to it, by when.
create table journey_improvements (
  id            uuid primary key,
  journey_id    uuid not null references journeys (id),
  stage         text not null,
  pain_point_id uuid references journey_pain_points (id),
  name          text not null,
  owner_id      uuid references staff (id),
  due_on        date,
  status        text not null default 'open' check (status in ('open', 'doing', 'done', 'dropped')),
  created_at    timestamptz not null
);

-- Whose line an event is on: a visitor becomes a contact, a contact becomes part of an account; their lines become one.
create table journey_cases (
  id          uuid primary key,
  root_id     uuid not null,
  kind        text not null check (kind in ('customer', 'contact', 'visitor'))
);
create index journey_cases_root on journey_cases (root_id);
-- The steps that move a case through the journey, each once; streams keep their first of the day.
create table journey_touches (
  event_id    uuid primary key,
  case_id     uuid not null,
  stage       text not null,
  type        text not null,
  segment     text not null,
  position    bigint not null,
  occurred_at timestamptz not null
);
create index journey_touches_case on journey_touches (case_id, occurred_at);
create index journey_touches_stage on journey_touches (stage, occurred_at);
create index journey_touches_type on journey_touches (type, occurred_at);
create table journey_visits (
  case_id     uuid not null,
  stage       text not null,
  entered_at  timestamptz not null,
  left_at     timestamptz,
  primary key (case_id, entered_at)
);
create index journey_visits_stage on journey_visits (stage, entered_at);
create index journey_visits_open on journey_visits (stage, entered_at desc) where left_at is null;
create table journey_touchpoint_days (
  stage       text not null,
  type        text not null,
  channel     text not null,
  segment     text not null,
  day         date not null,
  count       bigint not null,
  primary key (stage, type, channel, segment, day)
);
create table journey_scores (
  event_id    uuid primary key,
  stage       text not null,
  kind        text not null,
  -- the score on the scale of emotions, -2 to +2
  emotion     double precision not null,
  segment     text not null,
  occurred_at timestamptz not null
);
create index journey_scores_stage on journey_scores (stage, occurred_at);
create table journey_pains (
  event_id    uuid not null,
  pain        text not null,
  stage       text not null,
  case_id     uuid,
  segment     text not null,
  occurred_at timestamptz not null,
  primary key (event_id, pain)
);
create index journey_pains_stage on journey_pains (stage, occurred_at);
