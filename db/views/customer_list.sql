-- module: record/customers
-- Accounts as lists show them, with owner, parent and the contact to call first. Merged records are left out.
create view customer_list as
select c.id, c.number, c.kind, c.name, c.owner_id, o.name as owner_name, coalesce(c.team_id, o.team_id) as team_id, c.parent_id, p.name as parent_name,
  c.sector, c.size, c.segment, c.siren, c.billing_address, c.currency, c.locale, c.import_id, c.created_at, c.updated_at, c.search,
  k.id as contact_id, k.name as contact_name, k.email as contact_email, k.phone as contact_phone
from customers c
left join staff o on o.id = c.owner_id
left join customers p on p.id = c.parent_id
left join lateral (
  select k.id, trim(k.first_name || ' ' || k.last_name) as name, k.email, k.phone from contacts k
  where k.customer_id = c.id and k.merged_into_id is null order by k.is_primary desc, k.created_at, k.id limit 1) k on true
where c.merged_into_id is null;
