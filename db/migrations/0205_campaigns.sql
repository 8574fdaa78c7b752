-- module: front-office/campaigns
-- Offers brought to people: the e-mail, the landing page, who was to get it, what came of it.

create table campaigns (
  id            uuid primary key,
  name          text not null,
  offer         text not null,
  segment_id    uuid,
  purpose       text not null default 'marketing_email',
  -- what the mail and the page say, in both languages
  email         jsonb not null,
  page          jsonb not null,
  landing_slug  text unique,
  form_slug     text,
  status        text not null check (status in ('draft', 'launched', 'paused', 'ended')),
  -- how far the sending of the segment has come
  sent_to_id    uuid,
  sending_done  boolean not null default false,
  launched_at   timestamptz,
  paused_reason text,
  ended_at      timestamptz,
  created_at    timestamptz not null
);
create index campaigns_created on campaigns (created_at desc, id desc);
