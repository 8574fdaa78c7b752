-- module: experience/surveys
-- Questions after moments that matter, asked with restraint: who was asked, who was spared and why, who answered.

create table surveys (
  id            uuid primary key,
  key           text not null unique,
  kind          text not null check (kind in ('ces', 'csat', 'nps')),
  name          jsonb not null,
  question      jsonb not null,
  follow_up     jsonb not null,
  trigger_event text not null,
  delay_hours   integer not null,
  journey_stage text not null,
  active        boolean not null default true,
  created_at    timestamptz not null default now()
);
-- One row: how often one person may be asked anything at all.
create table survey_policy (
  id            boolean primary key default true check (id),
  min_gap_days  integer not null default 3,
  max_asked     integer not null default 3,
  window_days   integer not null default 90,
  expires_days  integer not null default 30
);
insert into survey_policy default values;
create table survey_invitations (
  id               uuid primary key,
  survey_id        uuid not null references surveys (id),
  contact_id       uuid not null references contacts (id),
  customer_id      uuid references customers (id),
  about            text not null,
  trigger_event_id uuid not null,
  due_at           timestamptz not null,
  status           text not null check (status in ('scheduled', 'sent', 'skipped', 'answered')),
  reason           text,
  sent_at          timestamptz,
  expires_at       timestamptz,
  unique (survey_id, trigger_event_id, contact_id)
);
create index survey_invitations_due on survey_invitations (due_at) where status = 'scheduled';
create index survey_invitations_contact on survey_invitations (contact_id, sent_at);
create index survey_invitations_survey on survey_invitations (survey_id, sent_at);
create table survey_answers (
  invitation_id  uuid primary key references survey_invitations (id),
  survey_id      uuid not null references surveys (id),
  contact_id     uuid not null references contacts (id),
  customer_id    uuid references customers (id),
  score          integer not null,
  comment        text,
  locale         text not null,
  answered_at    timestamptz not null
);
create index survey_answers_survey on survey_answers (survey_id, answered_at desc, invitation_id desc);
