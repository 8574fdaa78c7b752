-- Orders that need a visit and have none booked: the left column of the dispatch board.
create view visit_waiting as
select r.order_id, r.order_number, r.customer_id, c.name as customer_name, r.due_at
from visit_requests r
join customers c on c.id = r.customer_id
where r.task_id is not null
  and not exists (select 1 from appointments a where a.task_id = r.task_id and a.status not in ('missed', 'cancelled'));
