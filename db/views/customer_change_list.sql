-- module: record/customers
-- The history of fields with the name of who changed them.
create view customer_change_list as
select h.id, h.subject_type, h.subject_id, h.customer_id, h.field, h.before, h.after, h.actor_type, h.changed_at,
  case h.actor_type when 'staff' then s.name when 'customer' then nullif(trim(k.first_name || ' ' || k.last_name), '') else h.actor_id end as actor_name
from customer_changes h
left join staff s on h.actor_type = 'staff' and s.id::text = h.actor_id
left join contacts k on h.actor_type = 'customer' and k.id::text = h.actor_id;
