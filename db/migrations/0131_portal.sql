-- module: record/portal
-- How customers get in without a password: signed links open a session, a one-time code by e-mail raises it.

create table portal_sessions (
  id           uuid primary key,
  -- SHA-256 of the cookie: whoever reads this table cannot use it
  token_hash   bytea not null unique,
  contact_id   uuid not null references contacts (id),
  -- why the link was sent: quote, invoice, appointment, code ...
  purpose      text not null,
  created_at   timestamptz not null default now(),
  expires_at   timestamptz not null,
  -- signing and personal settings need a code confirmed; it counts until then, after that the session is like a link's
  full_until   timestamptz
);
create index portal_sessions_contact on portal_sessions (contact_id);
create index portal_sessions_expires on portal_sessions (expires_at);

-- A row for every code asked for, also for addresses we do not know, so that both take the same road.
create table portal_codes (
  id           uuid primary key,
  email_norm   text not null,
  contact_id   uuid references contacts (id),
  code_hash    bytea not null,
  tries        int not null default 0,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  used_at      timestamptz
);
create index portal_codes_email on portal_codes (email_norm, created_at desc);
