-- module: events
-- The spine: everything that happens to a customer is one row here, written in the same transaction as the change itself.

create table events (
  position       bigint generated always as identity primary key,
  tx             xid8 not null default pg_current_xact_id(),
  id             uuid not null,
  type           text not null,
  customer_id    uuid,
  contact_id     uuid,
  subject_type   text not null,
  subject_id     uuid not null,
  channel        text,
  stage          text,
  actor_type     text not null,
  actor_id       text not null,
  occurred_at    timestamptz not null,
  recorded_at    timestamptz not null default clock_timestamp(),
  correlation_id uuid not null,
  causation_id   uuid,
  data           jsonb not null
);
create unique index events_id on events (id);
create index events_tx_position on events (tx, position);
create index events_customer on events (customer_id, occurred_at desc, position desc) where customer_id is not null;
create index events_contact on events (contact_id, occurred_at desc, position desc) where contact_id is not null;
create index events_subject on events (subject_id, position desc);
create index events_type on events (type, occurred_at desc);
create index events_correlation on events (correlation_id, position);

create index events_import on events (actor_id) where actor_id like 'import:%';

-- Facts are never changed or removed. One exception: history taken in from a file leaves with its import when that is undone.
create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'events' and to_jsonb(old)->>'actor_id' = current_setting('throughline.undoing', true) then
    return old;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger events_append_only before update or delete on events for each row execute function refuse_change();

-- A reaction that has taken effect: the row is written in the transaction of the effect, so it happens once.
create table event_reactions (
  event_id    uuid not null,
  subscriber  text not null,
  reacted_at  timestamptz not null default now(),
  primary key (event_id, subscriber)
);

-- Where each projection and reader stands in the log. (0, 0) means: from the beginning.
create table projection_cursors (
  name        text primary key,
  tx          xid8 not null default '0',
  position    bigint not null default 0,
  updated_at  timestamptz not null default now(),
  error       text
);
