-- module: experience/kpis
-- A target for each figure of definitions.ts, whether it is met, and what it was day by day.

create table kpi_targets (
  id           uuid primary key,
  key          text not null unique,
  -- copied from the definition, for those who read figures without computing them
  stage        text not null,
  name         jsonb not null,
  unit         text not null,
  better       text not null check (better in ('higher', 'lower')),
  types        text[] not null,
  target       double precision not null,
  window_days  integer not null,
  min_n        integer not null,
  owner_id     uuid references staff (id),
  active       boolean not null default true,
  -- unknown until there are enough samples; a miss is stated only after its statistical test
  state        text not null default 'unknown' check (state in ('unknown', 'met', 'missed')),
  state_since  timestamptz,
  value        double precision,
  n            integer not null default 0,
  low          double precision,
  high         double precision,
  p_value      double precision,
  evaluated_at timestamptz
);
create table kpi_readings (
  key          text not null,
  day          date not null,
  value        double precision,
  n            integer not null,
  low          double precision,
  high         double precision,
  target       double precision not null,
  primary key (key, day)
);
