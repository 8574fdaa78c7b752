-- module: front-office/leads
-- People who may buy: where they came from, how likely they are, who answers them by when, what became of them.

create table leads (
  id              uuid primary key,
  contact_id      uuid references contacts (id),
  status          text not null check (status in ('new', 'nurturing', 'handed_over', 'working', 'qualified', 'converted', 'disqualified', 'recycled')),
  source          text not null,
  campaign_id     uuid,
  referral_id     uuid,
  utm             jsonb not null default '{}',
  raw             jsonb not null default '{}',
  name            text not null,
  email           text,
  phone           text,
  company         text,
  fit             integer not null default 0,
  engagement      integer not null default 0,
  score           integer not null default 0,
  grade           text not null default 'C3',
  reasons         jsonb not null default '[]',
  owner_id        uuid references staff (id),
  team_id         uuid references teams (id),
  nurture_step    integer not null default 0,
  last_touch_at   timestamptz not null,
  handed_over_at  timestamptz,
  respond_by      timestamptz,
  responded_at    timestamptz,
  breached_at     timestamptz,
  closed_at       timestamptz,
  close_reason    text,
  customer_id     uuid references customers (id),
  opportunity_id  uuid,
  won_at          timestamptz,
  external_id     text unique,
  import_id       uuid,
  created_at      timestamptz not null,
  updated_at      timestamptz not null default now(),
  search          tsvector generated always as (search_vector(name || ' ' || coalesce(email, '') || ' ' || coalesce(company, ''))) stored
);
create unique index leads_one_open_per_contact on leads (contact_id) where closed_at is null and contact_id is not null;
create index leads_created on leads (created_at desc, id desc);
create index leads_status on leads (status, created_at desc);
create index leads_owner on leads (owner_id, status);
create index leads_quiet on leads (last_touch_at) where closed_at is null and status in ('new', 'nurturing', 'recycled');
create index leads_clock on leads (respond_by) where responded_at is null and respond_by is not null;
create index leads_search on leads using gin (search);
create index leads_source on leads (source);
create index leads_import on leads (import_id) where import_id is not null;

-- Points: engagement by kind of event (with a half-life and a cap), fit by a field of the lead matching a pattern.
create table lead_score_rules (
  key            text primary key,
  kind           text not null check (kind in ('engagement', 'fit')),
  label          jsonb not null,
  -- an event type, or a field of the lead (company, email, source, job_title, ...)
  matches        text not null,
  pattern        text,
  points         integer not null,
  half_life_days integer,
  cap            integer,
  active         boolean not null default true
);
insert into lead_score_rules (key, kind, label, matches, pattern, points, half_life_days, cap) values
  ('form', 'engagement', '{"en": "Sent a form", "fr": "A envoyé un formulaire"}', 'form.submitted', null, 20, 30, 40),
  ('click', 'engagement', '{"en": "Clicked in a message", "fr": "A cliqué dans un message"}', 'message.clicked', null, 15, 14, 45),
  ('open', 'engagement', '{"en": "Opened a message", "fr": "A ouvert un message"}', 'message.opened', null, 3, 7, 9),
  ('visit', 'engagement', '{"en": "Viewed a page", "fr": "A consulté une page"}', 'page.viewed', null, 4, 7, 24),
  ('pricing', 'engagement', '{"en": "Viewed the prices", "fr": "A consulté les tarifs"}', 'page.viewed', '(tarif|prix|price|pricing|shop)', 12, 14, 24),
  ('referred', 'fit', '{"en": "Was referred by a customer", "fr": "Recommandé par un client"}', 'source', '^referral$', 15, null, null),
  ('company', 'fit', '{"en": "Writes for a company", "fr": "Écrit pour une entreprise"}', 'company', '.', 15, null, null),
  ('phone', 'fit', '{"en": "Gave a phone number", "fr": "A donné un téléphone"}', 'phone', '.', 5, null, null),
  ('work_email', 'fit', '{"en": "Uses a company address", "fr": "Utilise une adresse d’entreprise"}', 'email', '@(?!gmail|yahoo|hotmail|outlook|orange|free|laposte|wanadoo|sfr|icloud)', 10, null, null);

-- One row: when a lead is ready for sales, how fast sales must answer, what is sent to those who go quiet.
create table lead_settings (
  id                 boolean primary key default true check (id),
  hand_over_score    integer not null default 60,
  respond_minutes    integer not null default 60,
  nurture            jsonb not null default '[{"key": "reminder", "afterDays": 3, "template": "nurture_reminder"}, {"key": "case_study", "afterDays": 10, "template": "nurture_proof"}]'
);
insert into lead_settings default values;

-- Who gets a lead: the first rule that matches, its team's members by turns or the least busy first.
create table lead_routing_rules (
  position    integer primary key,
  name        text not null,
  matches     jsonb not null default '{}',
  team_id     uuid references teams (id),
  strategy    text not null default 'least_busy' check (strategy in ('round_robin', 'least_busy'))
);
