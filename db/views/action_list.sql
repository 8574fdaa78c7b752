-- A corrective action with the names of its owner and customer.
create view action_list as
select a.id, a.rule_id, a.name, a.reason, a.stage, a.kpi, a.customer_id, c.name as customer_name, a.owner_id, s.name as owner_name, a.status, a.due_at, a.steps,
  a.outcome, a.started_at, a.completed_at, a.effect
from action_plans a
left join customers c on c.id = a.customer_id
left join staff s on s.id = a.owner_id;
