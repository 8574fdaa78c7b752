-- Runs of playbooks with how many of their steps are done.
create view playbook_run_list as
select r.*, p.key as playbook_key, p.name as playbook_name, c.name as customer_name, s.name as owner_name,
  (select count(*) from playbook_tasks t where t.run_id = r.id) as tasks,
  (select count(*) from playbook_tasks t where t.run_id = r.id and t.done_at is not null) as tasks_done
from playbook_runs r
join playbooks p on p.id = r.playbook_id
left join customers c on c.id = r.customer_id
left join staff s on s.id = r.owner_id;
