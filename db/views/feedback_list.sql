-- Feedback with the names of who said it.
create view feedback_list as
select f.*, c.name as customer_name, nullif(trim(k.first_name || ' ' || k.last_name), '') as contact_name
from feedback_items f
left join customers c on c.id = f.customer_id
left join contacts k on k.id = f.contact_id;
