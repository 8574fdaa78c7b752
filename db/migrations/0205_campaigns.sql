-- module: front-office/campaigns
-- An offer brought to people: the mail a segment receives, the page it leads to, who got it and why others did not.

create table campaigns (
  id             uuid primary key,
  name           text not null,
  offer          text not null,
  status         text not null check (status in ('draft', 'launched', 'paused', 'ended')),
  segment_id     uuid references segments (id),
  purpose        text not null default 'marketing_email',
  -- { en: { subject, preview, title, blocks }, fr: ... }; none for a campaign that is only a page
  mail           jsonb,
  slug           text not null unique,
  page           jsonb not null,
  form_slug      text,
  utm            jsonb not null default '{}',
  starts_at      timestamptz,
  ends_at        timestamptz,
  launched_at    timestamptz,
  paused_at      timestamptz,
  pause_reason   text,
  ended_at       timestamptz,
  -- the campaign stops by itself when more than this part of those reached unsubscribe (basis points; 50 is 0.5 %)
  unsubscribe_limit_bp integer not null default 50,
  owner_id       text not null,
  created_at     timestamptz not null,
  updated_at     timestamptz not null
);
create index campaigns_recent on campaigns (created_at desc, id desc);

-- Everyone of the segment at launch, once: whatever is repeated, nobody is written to twice.
create table campaign_recipients (
  campaign_id    uuid not null references campaigns (id),
  contact_id     uuid not null,
  outcome        text check (outcome in ('sent', 'deferred', 'skipped')),
  reason         text,
  message_id     uuid,
  handled_at     timestamptz,
  primary key (campaign_id, contact_id)
);
create index campaign_recipients_waiting on campaign_recipients (campaign_id) where handled_at is null;

-- How fast mail may leave, for the whole installation: tokens come back as real time passes.
create table campaign_pace (
  single         boolean primary key default true check (single),
  per_second     integer not null default 50,
  burst          integer not null default 500,
  tokens         double precision not null default 500,
  refilled_at    timestamptz not null default clock_timestamp()
);
insert into campaign_pace default values;
