-- module: analytics/mining
-- The processes of the house as they really run: which case each fact belongs to, and the whole path of each case, folded from the events.

-- What a case is known by besides itself: the quote of a deal, the invoice of an order.
create table process_links (
  process     text not null,
  subject_id  uuid not null,
  case_id     uuid not null,
  primary key (process, subject_id)
);
create table process_steps (
  process     text not null,
  event_id    uuid not null,
  case_id     uuid not null,
  type        text not null,
  position    bigint not null,
  occurred_at timestamptz not null,
  primary key (process, event_id)
);
create index process_steps_case on process_steps (process, case_id, occurred_at, position);
create table process_cases (
  process     text not null,
  case_id     uuid not null,
  customer_id uuid,
  -- how cases are broken down: channel, source, campaign, product
  traits      jsonb not null,
  -- kinds of facts in the order they happened, a space between; and when, in milliseconds since 1970
  path        text not null,
  times       jsonb not null,
  started_at  timestamptz not null,
  ended_at    timestamptz not null,
  primary key (process, case_id)
);
create index process_cases_ended on process_cases (process, ended_at desc, case_id);
