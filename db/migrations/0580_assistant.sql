-- module: experience/assistant
-- Every message the assistant looked at: what it understood, how surely, what it did, and what became of it.

create table assistant_turns (
  message_id       uuid primary key,
  conversation_id  uuid not null,
  intent           text not null,
  score            double precision not null,
  outcome          text not null check (outcome in ('answered', 'greeted', 'asked_to_sign_in', 'handed_over', 'thanked')),
  reason           text,
  -- the events and articles the answer was read from
  evidence         jsonb not null default '[]',
  at               timestamptz not null,
  -- the customer said it helped; or said nothing more for a day
  confirmed_at     timestamptz,
  assumed_at       timestamptz,
  refuted_at       timestamptz
);
create index assistant_turns_conversation on assistant_turns (conversation_id, at desc);
create index assistant_turns_open on assistant_turns (at) where outcome = 'answered' and confirmed_at is null and assumed_at is null and refuted_at is null;
create index assistant_turns_at on assistant_turns (at desc);
