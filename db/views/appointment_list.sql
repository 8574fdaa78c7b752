-- A visit with the names of customer and technician: the dispatch board, the technician's day and the tracker read this.
create view appointment_list as
select a.id, a.order_id, a.order_number, a.task_id, a.customer_id, c.name as customer_name, a.contact_id, a.technician_id, s.name as technician_name,
  a.status, a.address, a.starts_at, a.ends_at, a.eta_at, a.arrived_at, a.completed_at, a.confirmed_at, a.notes, a.moved
from appointments a
join customers c on c.id = a.customer_id
join staff s on s.id = a.technician_id;
