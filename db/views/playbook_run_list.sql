-- A playbook under way with the names of playbook, customer and owner.
create view playbook_run_list as
select r.id, p.name as playbook, r.customer_id, c.name as customer_name, r.reason, s.name as owner_name, r.status, r.started_at, r.completed_at
from playbook_runs r
join playbooks p on p.id = r.playbook_id
left join customers c on c.id = r.customer_id
left join staff s on s.id = r.owner_id;
