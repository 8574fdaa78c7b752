-- module: record/messaging
-- Every message to a person: the decision that allowed it or not, the message itself until it has left, its links.

create table message_decisions (
  id             uuid primary key,
  contact_id     uuid,
  customer_id    uuid,
  campaign_id    uuid,
  purpose        text not null,
  template       text not null,
  transactional  boolean not null,
  outcome        text not null check (outcome in ('send', 'defer', 'skip')),
  -- ok, or why not: no_address, address_invalid, suppressed, no_consent, withdrawn, purpose_off, frequency_cap, quiet_hours
  reason         text not null,
  -- contract, consent, legitimate_interest
  basis          text not null,
  -- what was known: wording agreed to, ledger row, messages counted against the cap, until when to wait
  facts          jsonb not null,
  decided_at     timestamptz not null
);
create index message_decisions_contact on message_decisions (contact_id, id desc);
create index message_decisions_campaign on message_decisions (campaign_id, id desc) where campaign_id is not null;
create trigger message_decisions_append_only before update or delete on message_decisions for each row execute function refuse_change();

create table messages (
  id             uuid primary key,
  contact_id     uuid,
  customer_id    uuid,
  staff_id       uuid,
  campaign_id    uuid,
  decision_id    uuid references message_decisions (id),
  -- the event that says it was sent: what becomes of it follows from there
  event_id       uuid,
  purpose        text not null,
  template       text not null,
  transactional  boolean not null,
  locale         text not null,
  to_address     text not null,
  subject        text not null,
  -- what it says, before it has a look; emptied once sent where it holds a secret (a code, a link to choose a password)
  content        jsonb,
  sensitive      boolean not null default false,
  options        jsonb not null default '{}',
  message_id     text not null unique,
  status         text not null check (status in ('queued', 'sent', 'bounced', 'failed')),
  attempts       int not null default 0,
  error          text,
  created_at     timestamptz not null,
  sent_at        timestamptz,
  opened_at      timestamptz,
  clicked_at     timestamptz
);
create index messages_contact on messages (contact_id, id desc);
create index messages_campaign on messages (campaign_id, id desc) where campaign_id is not null;
create index messages_created on messages (id desc);

-- Messages that wait for a better hour; what to send is decided anew then.
create table messages_deferred (
  id             uuid primary key,
  due_at         timestamptz not null,
  input          jsonb not null,
  contact_id     uuid not null,
  created_at     timestamptz not null
);
create index messages_deferred_due on messages_deferred (due_at);

create table message_links (
  token          text primary key,
  message_id     uuid not null references messages (id),
  url            text not null
);
create index message_links_message on message_links (message_id);
