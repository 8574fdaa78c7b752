-- module: record/organisation
-- Who we are, towards customers: legal entities with their brand, business calendars, and numbers that must have no gap.

create table legal_entities (
  id            uuid primary key,
  name          text not null,
  legal_form    text,
  siren         text,
  vat_number    text,
  address       jsonb not null,
  iban          text,
  bic           text,
  email         text not null,
  phone         text,
  brand_name    text not null,
  brand_color   text not null default '#4338ca',
  logo_svg      text,
  currency      text not null default 'EUR',
  time_zone     text not null default 'Europe/Paris',
  locale        text not null default 'fr',
  is_default    boolean not null default false,
  created_at    timestamptz not null default now()
);
create unique index legal_entities_one_default on legal_entities (is_default) where is_default;

-- Several opening ranges a day, per weekday (1 = Monday): {"1": [["09:00","12:30"],["14:00","18:00"]], ...}
create table business_calendars (
  id            uuid primary key,
  name          text not null unique,
  time_zone     text not null,
  week          jsonb not null,
  holidays      jsonb not null default '[]',
  holiday_country text,
  is_default    boolean not null default false,
  updated_at    timestamptz not null default now()
);
create unique index business_calendars_one_default on business_calendars (is_default) where is_default;

-- Gapless document numbers: one row per series, taken in the transaction of the document.
create table number_series (
  series        text primary key,
  prefix        text not null,
  next_number   bigint not null default 1
);
