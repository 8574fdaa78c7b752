-- A corrective action with the names of its owner and customer.
create view action_list as
select a.id, a.rule_id, a.name, a.reason, a.stage, a.kpi, a.customer_id, c.name as customer_name, c.currency as customer_currency, a.owner_id, s.name as owner_name, a.status, a.due_at, a.steps,
  a.outcome, a.started_at, a.completed_at, a.effect,
  g.amount_minor as goodwill_minor, g.currency as goodwill_currency, g.reason as goodwill_reason, g.status as goodwill_status, g.asked_by as goodwill_asked_by,
  asked.name as goodwill_asked_by_name, decided.name as goodwill_decided_by_name
from action_plans a
left join customers c on c.id = a.customer_id
left join staff s on s.id = a.owner_id
left join goodwill_grants g on g.action_id = a.id
left join staff asked on asked.id = g.asked_by
left join staff decided on decided.id = g.decided_by;
