-- Where each case stands now, by name.
create view journey_positions as
select v.case_id, v.stage, v.entered_at, k.kind, coalesce(c.name, nullif(trim(p.first_name || ' ' || p.last_name), ''), p.email) as name, c.segment,
  c.id as customer_id, p.id as contact_id
from journey_visits v
join journey_cases k on k.id = v.case_id
left join customers c on c.id = v.case_id
left join contacts p on p.id = v.case_id
where v.left_at is null;
