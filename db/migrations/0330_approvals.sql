-- module: cpq/approvals
-- Who must agree to a quote before it leaves, by when, and what they said. One row per quote version and role asked.

create table approvals (
  id              uuid primary key,
  quote_id        uuid not null,
  quote_number    text not null,
  version         integer not null,
  customer_id     uuid not null references customers (id),
  customer_name   text not null,
  total_minor     bigint not null,
  currency        text not null,
  -- the role that must agree
  approver_role   text not null,
  -- [{"key": "ROUTER-PRO/discount_10", "text": {"en", "fr"}, "discountPercent": "12.00", "marginPercent": "33.86"}]
  reasons         jsonb not null,
  -- what would make this approval unnecessary, {"en", "fr"}
  counterfactual  jsonb,
  comment         text,
  requested_by    uuid references staff (id),
  requested_name  text not null,
  team_id         uuid references teams (id),
  status          text not null default 'pending' check (status in ('pending', 'granted', 'refused', 'withdrawn')),
  requested_at    timestamptz not null,
  due_at          timestamptz not null,
  escalated_at    timestamptz,
  decided_at      timestamptz,
  decided_by      uuid references staff (id),
  decided_name    text,
  decision_comment text
);
create unique index approvals_one_pending on approvals (quote_id, version, approver_role) where status = 'pending';
create index approvals_pending on approvals (due_at, id) where status = 'pending';
create index approvals_quote on approvals (quote_id, version);
create index approvals_requested on approvals (requested_at desc, id desc);
