-- A task with its order and account: the planner's work list and the fallout queue read this.
create view task_list as
select t.id, t.order_id, p.order_number, p.customer_id, c.name as customer_name, p.promised_on, p.expected_on, t.position, t.kind, t.name, t.item_ids, t.depends_on,
  t.status, t.due_at, t.jeopardy_at, t.expected_at, t.started_at, t.completed_at, t.failure, t.attempts, t.no_return, p.closed_at as plan_closed_at
from tasks t
join order_plans p on p.order_id = t.order_id
join customers c on c.id = p.customer_id;
