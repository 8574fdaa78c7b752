-- module: record/staff
-- The people who work here, their teams and roles. Passwords and sessions live in schema auth.

create table teams (
  id            uuid primary key,
  name          text not null unique,
  created_at    timestamptz not null default now()
);

create table staff (
  id            uuid primary key,
  auth_user_id  text unique,
  name          text not null,
  email         text not null,
  roles         text[] not null,
  team_id       uuid references teams (id),
  -- whose records they see where records have an owner: own, team, all
  scope         text not null default 'all' check (scope in ('own', 'team', 'all')),
  locale        text not null default 'fr' check (locale in ('en', 'fr')),
  skills        text[] not null default '{}',
  phone         text,
  active        boolean not null default true,
  created_at    timestamptz not null default now(),
  updated_at    timestamptz not null default now()
);
create unique index staff_email on staff (lower(email));
