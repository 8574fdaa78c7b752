-- module: front-office/conversations
-- One conversation per matter, whatever channel its messages take, with the clocks that measure what was promised.

create sequence conversation_numbers start 1001;
create table conversations (
  id               uuid primary key,
  number           text not null unique default 'C-' || nextval('conversation_numbers'),
  subject          text not null,
  kind             text not null check (kind in ('question', 'case', 'complaint')),
  priority         text not null check (priority in ('low', 'normal', 'high', 'urgent')),
  -- open: we owe an answer; waiting: the customer does
  status           text not null check (status in ('open', 'waiting', 'snoozed', 'resolved', 'merged')),
  reason           text,
  -- where the customer wrote last: the answer goes there
  channel          text not null check (channel in ('chat', 'email', 'phone', 'console')),
  locale           text not null check (locale in ('en', 'fr')),
  customer_id      uuid references customers (id),
  contact_id       uuid references contacts (id),
  visitor_id       uuid,
  visitor_name     text,
  -- what the browser of someone who did not sign in keeps to read its own chat
  key_hash         bytea unique,
  handled_by       text not null default 'people' check (handled_by in ('assistant', 'people')),
  team_id          uuid references teams (id),
  assignee_id      uuid references staff (id),
  assigned_at      timestamptz,
  snoozed_until    timestamptz,
  opened_at        timestamptz not null,
  first_replied_at timestamptz,
  -- since when the customer waits for us; empty when they do not
  waiting_since    timestamptz,
  seen_at          timestamptz,
  resolved_at      timestamptz,
  last_message_at  timestamptz not null,
  inbound_count    integer not null default 0,
  reply_count      integer not null default 0,
  automatic_count  integer not null default 0,
  note_count       integer not null default 0,
  reopen_count     integer not null default 0,
  handover_count   integer not null default 0,
  merged_into_id   uuid references conversations (id),
  search           tsvector generated always as (search_vector(number || ' ' || subject || ' ' || coalesce(visitor_name, ''))) stored,
  check ((status = 'snoozed') = (snoozed_until is not null)),
  check ((status = 'merged') = (merged_into_id is not null))
);
create index conversations_recent on conversations (last_message_at desc, id desc);
create index conversations_open on conversations (assignee_id, last_message_at desc) where status in ('open', 'waiting', 'snoozed');
create index conversations_contact on conversations (contact_id, last_message_at desc);
create index conversations_customer on conversations (customer_id, last_message_at desc);
create index conversations_snoozed on conversations (snoozed_until) where status = 'snoozed';
create index conversations_search on conversations using gin (search);

create table conversation_messages (
  id               uuid primary key,
  conversation_id  uuid not null references conversations (id),
  direction        text not null check (direction in ('inbound', 'outbound', 'note')),
  channel          text not null check (channel in ('chat', 'email', 'phone', 'console')),
  body             text not null,
  -- the Message-ID of a mail, or the id a browser gave its message: the same one is never taken twice
  external_id      text unique,
  author_kind      text not null check (author_kind in ('customer', 'staff', 'system')),
  author_id        text not null,
  author_name      text not null,
  -- a portal session proves who writes; an address alone does not
  verified         boolean not null default false,
  automatic        boolean not null default false,
  sources          jsonb not null default '[]',
  attachments      jsonb not null default '[]',
  -- the mail it left as, when it left by mail
  message_id       uuid,
  mailed_at        timestamptz,
  -- a chat answer nobody has seen yet and that may have to follow by mail
  mail_if_unseen   boolean not null default false,
  sent_at          timestamptz not null
);
create index conversation_messages_thread on conversation_messages (conversation_id, sent_at, id);
create index conversation_messages_unseen on conversation_messages (sent_at) where mail_if_unseen;

create table conversation_clocks (
  id               uuid primary key,
  conversation_id  uuid not null references conversations (id),
  kind             text not null check (kind in ('first_response', 'resolution')),
  target_ms        bigint not null,
  -- business time used before the current run
  spent_ms         bigint not null default 0,
  state            text not null check (state in ('running', 'paused', 'stopped')),
  running_since    timestamptz,
  due_at           timestamptz,
  started_at       timestamptz not null,
  stopped_at       timestamptz,
  breached_at      timestamptz,
  check ((state = 'running') = (running_since is not null and due_at is not null))
);
create unique index conversation_clocks_one_live on conversation_clocks (conversation_id, kind) where state <> 'stopped';
create index conversation_clocks_due on conversation_clocks (due_at) where state = 'running' and breached_at is null;

create table conversation_clock_moves (
  id               uuid primary key,
  clock_id         uuid not null references conversation_clocks (id),
  move             text not null check (move in ('start', 'pause', 'resume', 'stop', 'breach')),
  spent_ms         bigint not null,
  at               timestamptz not null
);
create index conversation_clock_moves_clock on conversation_clock_moves (clock_id, at);

create table canned_answers (
  id               uuid primary key,
  shortcut         text not null unique,
  title            jsonb not null,
  body             jsonb not null,
  used_count       integer not null default 0,
  updated_at       timestamptz not null
);

create table conversation_settings (
  single           boolean primary key default true check (single),
  first_response_minutes integer not null default 60,
  resolution_days  integer not null default 2
);
insert into conversation_settings default values;
