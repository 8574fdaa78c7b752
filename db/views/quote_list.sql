-- A quote with the names of its customer, contact and owner and the amounts of its version: lists and record pages read this.
create view quote_list as
select q.id, q.number, q.customer_id, c.name as customer_name, q.contact_id, nullif(trim(k.first_name || ' ' || k.last_name), '') as contact_name, k.email as contact_email,
  q.opportunity_id, o.name as opportunity_name, q.owner_id, s.name as owner_name, s.email as owner_email, q.team_id, q.status, q.version, q.currency, q.locale, q.summary,
  q.valid_until, q.created_at, q.updated_at, q.sent_at, q.decided_at, q.decline_reason,
  v.list_minor, v.net_minor, v.tax_minor, v.total_minor, v.cost_minor, v.contract_minor, v.lead_time_days
from quotes q
join quote_versions v on v.quote_id = q.id and v.version = q.version
join customers c on c.id = q.customer_id
left join contacts k on k.id = q.contact_id
left join opportunities o on o.id = q.opportunity_id
left join staff s on s.id = q.owner_id;
