-- module: record/customers
-- People with the account they belong to. Merged records are left out.
create view contact_list as
select k.id, k.customer_id, c.name as customer_name, c.number as customer_number, c.owner_id, coalesce(c.team_id, o.team_id) as team_id,
  k.first_name, k.last_name, trim(k.first_name || ' ' || k.last_name) as name, k.email, k.phone, k.job_title, k.roles, k.is_primary, k.locale, k.created_at, k.search,
  (select max(i.verified_at) from identifiers i where i.contact_id = k.id and i.kind = 'email' and i.value_norm = lower(k.email)) as email_verified_at,
  exists (select 1 from identifiers i where i.contact_id = k.id and i.kind = 'email' and i.value_norm = lower(k.email) and (i.invalid_at is not null or i.suppressed_at is not null)) as email_unusable
from contacts k
left join customers c on c.id = k.customer_id
left join staff o on o.id = c.owner_id
where k.merged_into_id is null;
