-- module: record/staff
-- The audit trail with the name of who acted.
create view audit_list as
select a.id, a.at, a.actor_type, a.actor_id, a.operation, a.subject_id, a.outcome, a.request_id, a.ip,
  coalesce(s.name, nullif(trim(c.first_name || ' ' || c.last_name), '')) as actor_name
from audit_entries a
left join staff s on a.actor_type = 'staff' and s.id::text = a.actor_id
left join contacts c on a.actor_type = 'customer' and c.id::text = a.actor_id;
