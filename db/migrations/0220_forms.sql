-- module: front-office/forms
-- Forms of public pages and what was sent in with them, exactly as it was sent.

create table forms (
  id          uuid primary key,
  slug        text not null unique,
  name        jsonb not null,
  fields      jsonb not null,
  -- purposes of consent the form asks for, none of them required
  purposes    text[] not null default '{}',
  thanks      jsonb not null default '{}',
  active      boolean not null default true,
  created_at  timestamptz not null default now()
);

create table form_submissions (
  id           uuid primary key,
  form_id      uuid not null references forms (id),
  contact_id   uuid references contacts (id),
  visitor_id   uuid,
  campaign_id  uuid,
  values       jsonb not null,
  purposes     text[] not null,
  utm          jsonb not null default '{}',
  locale       text not null,
  -- the same answers from the same browser within the hour are one submission
  repeat_key   text not null unique,
  submitted_at timestamptz not null
);
create index form_submissions_form on form_submissions (form_id, submitted_at desc);
