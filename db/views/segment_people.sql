-- module: record/segments
-- Members with their names and accounts.
create view segment_people as
select m.segment_id, m.contact_id, m.since, trim(k.first_name || ' ' || k.last_name) as name, k.email, k.customer_id, c.name as customer_name, k.locale
from segment_members m join contacts k on k.id = m.contact_id left join customers c on c.id = k.customer_id;
